"""The command line: what it says, how it ends, and that bad pages harm nothing but themselves."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from mahdar.cli.common import days
from mahdar.cli.runs import Runs
from mahdar.errors import UsageError

GOOD = (
    "استقبل الزعيم الكوري الشمالي كيم جونغ أون وزير الخارجية الروسي سيرغي لافروف في بيونغ يانغ "
    "يوم الخميس 31 مايو 2018. "
    "وقال لافروف إن المحادثات كانت مفيدة، وإنه نقل إلى الزعيم الكوري دعوة لزيارة روسيا.\n"
)


def mahdar(*arguments: object, given: bytes | None = None, **more) -> subprocess.CompletedProcess[bytes]:
    """Run one command line."""
    environment = {**os.environ, "NO_COLOR": "1", **more.pop("env", {})}
    return subprocess.run([sys.executable, "-m", "mahdar", *map(str, arguments)], input=given, capture_output=True,
                          env=environment, timeout=120, **more)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with one good page."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def ids(out: bytes) -> list[str]:
    return [json.loads(line)["id"] for line in out.splitlines()]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from mahdar.cli.main import run; run(['--help']); "
        "heavy = ('msgspec', 'rich', 'sqlite3', 'selectolax', 'hijridate', 'rensa', 'mahdar.reading', 'mahdar.rules'); "
        "sys.exit(', '.join(m for m in heavy if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True)
    assert done.returncode == 0, done.stderr


def test_no_arguments_is_help_and_a_slip_gets_a_hint() -> None:
    assert b"timeline" in mahdar().stdout
    slip = mahdar("timelin")
    assert slip.returncode == 2 and b"try: mahdar timeline" in slip.stderr and not slip.stdout


def test_wrong_usage_is_two_lines_and_status_2() -> None:
    slips = (["read"], ["read", "x", "--jobs", "0"], ["read", "x", "--nothing"], ["times", "x", "--date", "soon"])
    for arguments in slips:
        done = mahdar(*arguments)
        assert done.returncode == 2 and len(done.stderr.splitlines()) == 2, arguments


def test_days() -> None:
    assert days("2016-02", last=True) == "2016-02-29" and days("2018") == "2018-01-01"
    for bad in ("2018-13", "last week", "2018-02-30", "2018-01-01-01"):
        with pytest.raises(UsageError):
            days(bad)


def test_runs_are_sorted_whatever_fits_in_memory() -> None:
    lines = [(f"{n * 7919 % 1000:04}", b"%04d\n" % (n * 7919 % 1000)) for n in range(1000)]
    with Runs(limit=200) as small, Runs() as large:
        for key, line in lines:
            small.add(key, line)
            large.add(key, line)
        assert list(small) == list(large) == sorted(line for _, line in lines)
        assert len(small.files) > 10


def test_a_good_page(pages: Path) -> None:
    done = mahdar("read", pages, "--format", "jsonl")
    assert done.returncode == 0 and ids(done.stdout) == ["good"]
    reading = json.loads(done.stdout)
    assert any(r["act"] == "meet" and r["status"] == "held" and r["date"] == "2018-05-31" for r in reading["reports"])
    assert "Kim Jong Un" in mahdar("read", pages).stdout.decode()


def test_bad_pages_are_named_and_the_rest_goes_on(pages: Path) -> None:
    whole = gzip.compress(GOOD.encode() * 50)
    (pages / "a-empty.txt").write_bytes(b"")
    (pages / "b-binary.html").write_bytes(bytes(range(256)) * 200)
    (pages / "c-cut.txt.gz").write_bytes(whole[: len(whole) // 2])
    persian = "رئیس‌جمهور گفت که گفتگوها ادامه پیدا می‌کند و پیش‌نویس نهایی چاپ می‌شود. "
    (pages / "d-persian.txt").write_text(persian * 5, encoding="utf-8")
    done = mahdar("read", pages, "--format", "jsonl")
    assert done.returncode == 3 and ids(done.stdout) == ["good"]
    said = done.stderr.decode()
    for name in ("a-empty.txt", "b-binary.html", "c-cut.txt.gz", "d-persian.txt"):
        assert name.partition(".")[0] in said, said
    assert "Traceback" not in said


def test_invalid_letters_are_read_around(pages: Path) -> None:
    (pages / "good.txt").write_bytes(GOOD.encode().replace("مفيدة".encode(), b"\xff\xfe\xc3"))
    done = mahdar("read", pages, "--format", "jsonl")
    assert done.returncode in (0, 3) and b"Traceback" not in done.stderr
    for line in done.stdout.splitlines():
        json.loads(line)


def test_bad_lines_of_a_file_of_articles(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    good = json.dumps({"id": "good", "text": GOOD}, ensure_ascii=False).encode()
    long = b'{"id": "long", "text": "' + b"a " * (26 << 20) + b'"}'
    lines = [good, b"{not json", b'{"id": 3}', b"[]", b'{"text": null}', long, json.dumps({"text": GOOD}).encode()]
    path.write_bytes(b"\n".join(lines))
    done = mahdar("read", path, "--format", "jsonl")
    assert done.returncode == 3 and sorted(ids(done.stdout)) == ["good", "news#7"]
    said = done.stderr.decode()
    for number in range(2, 7):
        assert f"news.jsonl:{number}" in said or f"news#{number}" in said, (number, said)


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.txt"):
        done = mahdar("read", path)
        assert done.returncode == 3 and path.name in done.stderr.decode()


def test_jobs_and_order_change_no_byte(pages: Path, tmp_path: Path) -> None:
    for n in range(40):
        (pages / f"p{n:02}.txt").write_text(GOOD.replace("31", str(n % 28 + 1)), encoding="utf-8")
    one = mahdar("read", pages, "--format", "jsonl")
    assert one.returncode == 0
    assert mahdar("read", pages, "--format", "jsonl", "--jobs", "3").stdout == one.stdout
    files = sorted(pages.iterdir(), reverse=True)
    assert mahdar("read", *files, "--format", "jsonl", env={"PYTHONHASHSEED": "7"}).stdout == one.stdout


def test_a_page_on_standard_input(tmp_path: Path) -> None:
    assert len(ids(mahdar("read", "-", "--format", "jsonl", given=GOOD.encode()).stdout)) == 1
    line = json.dumps({"id": "x", "text": GOOD}).encode()
    assert ids(mahdar("read", "-", "--format", "jsonl", given=line).stdout) == ["x"]


def test_output_never_replaces_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD, encoding="utf-8")
    done = mahdar("read", path, "-o", path)
    assert done.returncode == 2 and path.read_text(encoding="utf-8") == GOOD


def test_a_device_is_written_to_and_not_replaced(pages: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    assert mahdar("read", pages, "--format", "jsonl", "-o", pipe).returncode == 0
    assert ids(reader.communicate(timeout=60)[0]) == ["good"] and pipe.is_fifo()


def test_a_broken_pipe_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text((json.dumps({"text": GOOD}) + "\n") * 60, encoding="utf-8")
    command = f"'{sys.executable}' -m mahdar read '{path}' --format jsonl -q | head -c 10"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, timeout=120)
    assert not done.stderr and done.returncode == 0


def test_a_full_disk_is_said_and_leaves_nothing_behind(pages: Path, tmp_path: Path) -> None:
    def small_files() -> None:
        import signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    out = tmp_path / "out"
    out.mkdir()
    environment = {"MAHDAR_CACHE": str(tmp_path / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = mahdar("read", pages, "--format", "jsonl", "-o", out / "r.jsonl", preexec_fn=small_files, env=environment)
    assert done.returncode == 1 and b"File too large" in done.stderr and b"Traceback" not in done.stderr
    assert not list(out.iterdir())


def test_files_hold_no_isolates_and_no_colour(pages: Path) -> None:
    out = mahdar("read", pages).stdout.decode()
    assert "\u2067" not in out and "\x1b" not in out


def test_times(tmp_path: Path) -> None:
    done = mahdar("times", "يلتقي الرئيسان في 12 يونيو المقبل", "--date", "2018-05-31")
    assert json.loads(done.stdout)["value"] == "2018-06-12"
    path = tmp_path / "a.jsonl"
    line = json.dumps({"id": "x", "date": "2018-05-31", "text": "وصل الوفد أمس."})
    path.write_text(f"{line}\nno\n", encoding="utf-8")
    done = mahdar("times", path)
    assert done.returncode == 3 and json.loads(done.stdout)["id"] == "x"


def test_a_file_that_is_no_record(tmp_path: Path) -> None:
    for name, data in (("a.mahdar", b"not a record" * 500), ("b.mahdar", b""), ("c.mahdar", None)):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        for verb in (["timeline"], ["check"], ["export"], ["show"], ["serve"]):
            more = ["e1"] if verb == ["show"] else []
            done = mahdar(*verb, tmp_path / name, *more)
            assert done.returncode in (1, 2, 4), (verb, name, done)
            assert name in (done.stderr + done.stdout).decode() and b"Traceback" not in done.stderr, (verb, name)


def test_own_tables(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    row = ("id=person:rania-imtihan", "name=Rania Imtihan", "name_ar=رانيا امتحان", "source=press")
    assert mahdar("lexicon", "add", mine, "people", *row).returncode == 0
    assert mahdar("lexicon", "add", mine, "people", *row).returncode == 2
    assert mahdar("lexicon", "add", mine, "people", "id=x", "colour=red").returncode == 2
    assert mahdar("lexicon", "check", "--lexicon", mine).returncode == 0
    assert "Rania" in mahdar("lexicon", "find", "رانيا امتحان", "--lexicon", mine).stdout.decode()
    line = json.dumps({"text": "التقت رانيا امتحان الرئيس الفرنسي في باريس."}).encode()
    done = mahdar("read", "-", "--format", "jsonl", "--lexicon", mine, given=line)
    assert "person:rania-imtihan" in [e["id"] for e in json.loads(done.stdout)["entities"]]
    (mine / "people.tsv").write_text("id\tname\na\tA\na\tB\n", encoding="utf-8")
    assert mahdar("lexicon", "check", "--lexicon", mine).returncode == 4
