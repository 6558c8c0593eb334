"""The record in the browser: server-rendered, on this machine only, page text only ever as text."""
