"""The commands of the interchange contract, headless. Each imports what it needs when it runs.

Exit status: 0 done, 1 `check` found a breach, 2 the input or the request is wrong (one line on standard error, nothing
changed or left behind), 3 the program itself failed (the line names the log file).
"""

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import failure, files, vi
from desktop.context import Context, has_display
from desktop.domain.findings import Finding, Verdict
from desktop.domain.refusal import Refusal
from desktop.parser import Parser, WrongCommand

if TYPE_CHECKING:
    from desktop.domain.facts import Facts
    from desktop.domain.figures import Figures
    from desktop.papers.paper import Paper

DONE, BREACH_FOUND, WRONG, FAILED = 0, 1, 2, 3
SAMPLE_PROFILES = ("tay-son-2024", "lung-phinh-2025", "bac-kan-ccq-2020")


def run(words: list[str], context: Context) -> int:
    """Run one command; every failure is one Vietnamese line on standard error and an exit status."""
    from desktop.exchange.bad_input import BadInput

    try:
        arguments = _parser().parse_args(_joined(words))
        return int(arguments.run(arguments, context))
    except WrongCommand as wrong:
        return _complain(f"{wrong}; xem cách dùng bằng: thuky --help")
    except Refusal as refusal:
        return _complain(refusal.sentence)
    except BadInput as bad:
        return _complain(*([problem.line() for problem in bad.problems] if arguments.all_errors else [bad.line()]))
    except BrokenPipeError:  # whoever read the answer has read enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - held until the process ends
        return DONE
    except OSError as error:
        return _complain(f"{_asked_for(error, arguments)}: {vi.os_reason(error)}")
    except Exception as error:
        return _fail(context, error)


def _complain(*lines: str) -> int:
    for line in lines:
        print(" ".join(line.split()), file=sys.stderr)
    return WRONG


def _fail(context: Context, error: Exception) -> int:
    log = failure.keep(context.paths.log, error, context.clock())
    print(f"Chương trình gặp lỗi, chưa làm xong việc này; chi tiết ở tệp {log}", file=sys.stderr)
    return FAILED


def _asked_for(error: OSError, arguments: argparse.Namespace) -> str:
    """The file as it was named in the request; what is written stands under a passing name until it is whole."""
    asked = getattr(arguments, "output", None) or getattr(arguments, "office", None)
    passing = error.filename is None or str(error.filename).endswith(".tmp")
    return str(asked if asked and passing else error.filename or "Tệp")


# The commands


def _demo(arguments: argparse.Namespace, context: Context) -> int:
    out: Path = arguments.out
    if arguments.no_window or not has_display():
        if not arguments.no_window:
            print("Không có màn hình: chỉ in các mẫu và lưu ảnh màn hình, không mở cửa sổ.")
        from desktop.demo import make_demo

        return make_demo(arguments.profile, out, context)
    status = _demo_without_window(arguments)
    if status == DONE:
        from desktop.app import open_window
        from desktop.demo import OFFICE, at_demo_day

        demo = at_demo_day(arguments.profile, context)
        print(f"Cửa sổ mở trên văn phòng mẫu, coi hôm nay là {vi.day(demo.today)}.")
        return open_window(["--office", str(out / OFFICE)], demo)
    return status


def _demo_without_window(arguments: argparse.Namespace) -> int:
    """Print and take the pictures in a process of its own, whose window system is the offscreen one."""
    command = [sys.executable, "-m", "desktop", "demo", "--no-window"]
    options = ["--profile", arguments.profile, "--out", str(arguments.out)]
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([*command, *options], env=offscreen, check=False).returncode


def _import(arguments: argparse.Namespace, context: Context) -> int:
    from desktop.usecases.office.file import import_file

    office = import_file(
        arguments.file, arguments.office, clock=context.clock, who=context.who, folder=arguments.attachments
    )
    if secret := sum(document.secrecy != "none" for document in office.documents):
        print(f"{secret} văn bản mật: chỉ giữ dòng đăng ký, vì nội dung mật không được đưa vào chương trình này.")
    return DONE


def _export(arguments: argparse.Namespace, context: Context) -> int:
    from desktop.usecases.office.file import export_file

    text = export_file(
        arguments.office, arguments.output, clock=context.clock, who=context.who, folder=arguments.attachments
    )
    if arguments.output is None:
        sys.stdout.write(text)
    return DONE


def _check(arguments: argparse.Namespace, context: Context) -> int:
    from desktop.domain.compliance import check

    if arguments.first and arguments.last and arguments.last < arguments.first:
        raise WrongCommand(f"--to {arguments.last} đứng trước --from {arguments.first}")
    facts = _facts(arguments.source, context)
    on = arguments.on or context.today
    if arguments.explain:
        return _explain(facts, *arguments.explain, on=on, as_json=arguments.json)
    findings = check(facts, on=on, from_=arguments.first, to=arguments.last)
    if arguments.json:
        from desktop.exchange.findings_json import write_findings

        print(write_findings(findings, on))
    else:
        print("\n".join(_check_lines(findings, on)))
    return BREACH_FOUND if any(finding.verdict is Verdict.BREACH for finding in findings) else DONE


def _explain(facts: "Facts", subject: str, rule: str, *, on: dt.date, as_json: bool) -> int:
    from desktop.usecases.compliance import reasoning

    told = reasoning.tell(facts, rule, subject, on)
    print(reasoning.as_json(told, on) if as_json else reasoning.plain_text(told))
    return BREACH_FOUND if told.finding.verdict is Verdict.BREACH else DONE


def _check_lines(findings: list[Finding], on: dt.date) -> list[str]:
    from desktop.usecases.base.said import said_of

    lines = [
        f"{said_of(finding):<18} {finding.subject:<28} {vi.cite(finding.cite):<22} {finding.text}"
        for finding in findings
    ]
    judged = Counter(finding.verdict for finding in findings if not finding.cite.unchecked)
    counts = ", ".join(f"{judged[verdict]} {word.lower()}" for verdict, word in vi.VERDICT.items())
    beside = len(findings) - judged.total()
    apart = f"; ngoài ra {beside} nội dung {vi.UNCHECKED}" if beside else ""
    return [*lines, f"Tính đến {vi.day(on)}: {judged.total()} nội dung; {counts}{apart}."]


def _print(arguments: argparse.Namespace, context: Context) -> int:
    from desktop.papers.forms.table import FORMS
    from desktop.usecases.papers import printing

    if arguments.list:
        print("\n".join(f"{form.slug:<24} {form.title:<28} {form.takes}" for form in FORMS.values()))
        return DONE
    if not (arguments.form and arguments.office and arguments.output):
        raise WrongCommand("Cần tên mẫu, --office và -o")
    facts = _facts(arguments.office, context)
    on = arguments.on or context.today
    papers = printing.print_form(facts, arguments.form, arguments.record, on=on, person=arguments.person)
    kept = b"" if arguments.draft else _issued(facts, papers, arguments, context)
    if kept:
        files.write_whole(arguments.output, kept)
        return DONE
    if arguments.draft:
        papers = printing.drafted(papers)
    else:
        printing.refuse_faulty(papers)
    printing.write(papers, arguments.output)
    return DONE


def _account(arguments: argparse.Namespace, context: Context) -> int:
    if arguments.sum:
        return _account_sum(arguments)
    if not (arguments.source and arguments.period):
        raise WrongCommand("Cần NGUỒN và KỲ, hoặc --sum")
    from desktop.usecases.compliance.figures import figures

    _refuse_output(arguments)
    facts = _facts(arguments.source, context)
    return _told([figures(facts, arguments.period, on=arguments.on or context.today)], arguments)


def _account_sum(arguments: argparse.Namespace) -> int:
    """What is not added is said on standard error and makes nothing wrong."""
    if arguments.source or arguments.on:
        raise WrongCommand("--sum không dùng cùng NGUỒN, KỲ, --on")
    from desktop.usecases.compliance.figures_sum import add_folder

    _refuse_output(arguments)
    added = add_folder(arguments.sum)
    _complain(*added.left_out)
    return _told(added.sums, arguments)


def _refuse_output(arguments: argparse.Namespace) -> None:
    from desktop.usecases.compliance.figures_file import refuse_ending

    if arguments.output and arguments.json:
        raise WrongCommand("--json không dùng cùng -o")
    if arguments.output:
        refuse_ending(arguments.output)


def _told(shown: "Sequence[Figures]", arguments: argparse.Namespace) -> int:
    from desktop.usecases.compliance import figures_file

    added = arguments.sum is not None
    if arguments.output:
        files.write_whole(arguments.output, figures_file.as_file(arguments.output, shown, added=added))
    elif arguments.json:
        sys.stdout.write(figures_file.as_json(shown, added=added))
    else:
        print(figures_file.as_text(shown))
    return DONE


def _issued(facts: "Facts", papers: "list[Paper]", arguments: argparse.Namespace, context: Context) -> bytes:
    """What was issued under the papers' number, where the records would make another paper now; said on stderr.

    Raises `Refusal` where that cannot be had in the file asked for. Someone invited later gets a paper of his own.
    """
    from desktop.usecases.office.file import kept_file
    from desktop.usecases.papers import issued_copy, printing

    document = issued_copy.issued_as(facts, papers)
    if document is None or document.issued is None:
        return b""
    kept = kept_file(arguments.office, document.issued, clock=context.clock, who=context.who)
    form = printing.form_of(arguments.form)
    ref = form.read(facts, arguments.record, arguments.on or context.today)
    if not kept or not issued_copy.differs(facts, form, ref, document, kept):
        return b""
    told = issued_copy.changed(document)
    if arguments.person:
        _complain(f"{told}; giấy này lập theo nội dung ghi hiện nay.")
        return b""
    if arguments.output.suffix.lower() != ".pdf":
        raise Refusal(f"{told}; bản đã phát hành chỉ in được ra tệp .pdf.", field="output")
    _complain(f"{told}; tệp in ra là bản đã phát hành.")
    return kept


def _regulations(arguments: argparse.Namespace, _context: Context) -> int:
    from desktop.usecases.regulations import rows as regulations

    print(regulations.show(arguments.name, as_json=arguments.json))
    return DONE


def _regulations_parse(arguments: argparse.Namespace, _context: Context) -> int:
    from desktop.usecases.regulations import rows as regulations

    print(regulations.show_parsed(arguments.file, as_json=arguments.json))
    return DONE


def _regulations_propose(arguments: argparse.Namespace, _context: Context) -> int:
    from desktop.usecases.regulations.proposing import show_proposed

    print(show_proposed(arguments.file, as_json=arguments.json))
    return DONE


def _regulations_attach(arguments: argparse.Namespace, context: Context) -> int:
    from desktop.usecases.office.file import opened
    from desktop.usecases.regulations import rows as regulations

    with (
        opened(arguments.office, clock=context.clock, who=context.who) as file,
        file.write("Kèm văn bản quy chế") as store,
    ):
        read = regulations.attach_file(store, arguments.file, profile=arguments.profile)
    print(regulations.told(read))
    return DONE


def _backup(arguments: argparse.Namespace, _context: Context) -> int:
    from desktop.usecases.office.file import backup

    backup(arguments.office, arguments.output)
    return DONE


def _restore(arguments: argparse.Namespace, context: Context) -> int:
    from desktop import lock
    from desktop.usecases.office.file import restore

    try:
        held = lock.take(arguments.office)
    except lock.Held as holder:
        return _complain(f"Chưa khôi phục: {holder.sentence}")
    try:
        restored = restore(arguments.file, arguments.office, clock=context.clock)
    finally:
        held.unlock()
    if restored.kept:
        print(f"Tệp cũ được giữ tại {restored.kept}")
    for remark in restored.remarks:
        print(f"Đã khôi phục, nhưng cần xem lại: {remark}")
    return DONE


def _doctor(arguments: argparse.Namespace, _context: Context) -> int:
    from desktop.usecases.office.file import contrary, doctor

    problems = doctor(arguments.office)
    found = [] if problems else contrary(arguments.office)
    if arguments.json:
        listed = [{"subjects": list(one.subjects), "text": one.text} for one in found]
        print(json.dumps({"problems": problems, "contradictions": listed}, ensure_ascii=False, indent=2))
        return WRONG if problems else DONE
    if not problems:
        count = f"{len(found)} chỗ ghi trái nhau, cần xem lại:"
        print(f"Tệp nguyên vẹn; {count}" if found else "Tệp nguyên vẹn, các mục khớp nhau.")
        for one in found:
            print(f"{', '.join(one.subjects)}: {one.text}")
        return DONE
    if arguments.all_errors:
        return _complain(*problems)
    more = f"; còn {len(problems) - 1} lỗi khác" if len(problems) > 1 else ""
    return _complain(f"{problems[0]}{more}")


def _facts(source: Path, context: Context) -> "Facts":
    from desktop.usecases.base.facts import facts_of
    from desktop.usecases.office.file import load_source

    return facts_of(load_source(source, clock=context.clock, who=context.who))


# The command line


@dataclass(frozen=True, slots=True)
class Argument:
    names: tuple[str, ...]
    help: str
    options: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    help: str
    run: Callable[[argparse.Namespace, Context], int]
    arguments: tuple[Argument, ...] = ()


def _argument(*names: str, help: str, **options: Any) -> Argument:  # noqa: ANN401 - what the standard parser takes
    return Argument(names, help, options)


def _iso_day(text: str) -> dt.date:
    try:
        day = dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        day = dt.date.min
    if 1900 <= day.year < 2200:
        return day
    raise argparse.ArgumentTypeError(f"nhận được {text!r}, cần một ngày có thật, từ năm 1900 đến 2199, dạng NNNN-TT-NN")


_OFFICE = _argument("--office", help="tệp văn phòng (.thuky)", type=files.given, required=True, metavar="TỆP.thuky")
_ALL_ERRORS = _argument("--all-errors", help="kê hết các lỗi, mỗi lỗi một dòng", action="store_true")
_JSON = _argument("--json", help="trả lời bằng JSON", action="store_true")
_ON = _argument("--on", help="ngày coi là hôm nay, dạng NNNN-TT-NN", type=_iso_day, metavar="NGÀY")
_SOURCE = "tệp .json hoặc .thuky"


def _attachments(help: str) -> Argument:
    return _argument("--attachments", help=help, type=files.given, metavar="THƯ-MỤC")


COMMANDS: tuple[Command, ...] = (
    Command(
        "demo",
        "làm một văn phòng mẫu, in mỗi mẫu giấy tờ một bản, lưu ảnh mọi màn hình rồi mở cửa sổ",
        _demo,
        (
            _argument(
                "--profile", help="quy chế của văn phòng mẫu", choices=SAMPLE_PROFILES, default=SAMPLE_PROFILES[0]
            ),
            _argument(
                "--out",
                help="thư mục để kết quả (mặc định: demo)",
                type=files.given,
                default=Path("demo"),
                metavar="THƯ-MỤC",
            ),
            _argument("--no-window", help="không mở cửa sổ", action="store_true"),
        ),
    ),
    Command(
        "import",
        "tạo tệp văn phòng từ JSON; không ghi đè tệp đã có",
        _import,
        (
            _argument("file", help="tệp JSON", type=files.given, metavar="TỆP.json"),
            _OFFICE,
            _attachments("thư mục có nội dung các tệp đính kèm"),
            _ALL_ERRORS,
        ),
    ),
    Command(
        "export",
        "xuất cả văn phòng ra JSON",
        _export,
        (
            _OFFICE,
            _argument("-o", "--output", help="tệp JSON (mặc định: in ra)", type=files.given, metavar="TỆP.json"),
            _attachments("ghi nội dung các tệp đính kèm vào thư mục này (mới hoặc trống)"),
        ),
    ),
    Command(
        "check",
        "đối chiếu mọi mục với quy chế đang có hiệu lực",
        _check,
        (
            _argument("source", help=_SOURCE, type=files.given, metavar="NGUỒN"),
            _ON,
            _argument("--from", help="chỉ xét từ ngày này", dest="first", type=_iso_day, metavar="NGÀY"),
            _argument("--to", help="chỉ xét đến ngày này", dest="last", type=_iso_day, metavar="NGÀY"),
            _argument(
                "--explain",
                help="nói rõ một kết quả: điều đã dẫn, mục đã đọc, cách đếm ngày",
                nargs=2,
                metavar=("MỤC", "QUY-TẮC"),
            ),
            _JSON,
            _ALL_ERRORS,
        ),
    ),
    Command(
        "account",
        "số liệu thực hiện quy chế của một kỳ: từng dòng của báo cáo, số lượng theo loại việc, nguyên nhân;\n"
        "account --sum THƯ-MỤC: cộng số liệu của nhiều cơ quan theo loại cấp ủy và kỳ",
        _account,
        (
            _argument("source", help=_SOURCE, nargs="?", type=files.given, metavar="NGUỒN"),
            _argument(
                "period", help="2024, 2024-H1, 2024-9M, 2024-Q3, 2024-07 hoặc term (toàn khóa)", nargs="?", metavar="KỲ"
            ),
            _ON,
            _argument(
                "--sum", help="cộng các tệp .json đã xuất trong thư mục này", type=files.given, metavar="THƯ-MỤC"
            ),
            _argument("-o", "--output", help="tệp .json hoặc .xlsx", type=files.given, metavar="TỆP"),
            _JSON,
            _ALL_ERRORS,
        ),
    ),
    Command(
        "print",
        "in một mẫu giấy tờ của một mục ra PDF hoặc Word",
        _print,
        (
            _argument("form", help="tên mẫu", nargs="?", metavar="MẪU"),
            _argument("record", help="mã mục, ví dụ m1, m1/a2, 2024-W35", nargs="?", metavar="MỤC"),
            _argument("person", help="mã người hoặc đơn vị, với mẫu in riêng cho từng nơi", nargs="?", metavar="NGƯỜI"),
            _argument("--office", help=_SOURCE, type=files.given, metavar="NGUỒN"),
            _argument("-o", "--output", help="tệp .pdf hoặc .docx", type=files.given, metavar="TỆP"),
            _ON,
            _argument("--draft", help="in cả khi còn thiếu, ghi DỰ THẢO trên giấy", action="store_true"),
            _argument("--list", help="kê các mẫu và mỗi mẫu cần gì", action="store_true"),
            _ALL_ERRORS,
        ),
    ),
    Command(
        "regulations",
        "các quy chế có sẵn, hoặc mọi nội dung của một quy chế (regulations TÊN);\n"
        "regulations parse TỆP: đọc văn bản quy chế; regulations propose TỆP: nêu nội dung tìm được trong văn bản;\n"
        "regulations attach TỆP: giữ văn bản trong tệp văn phòng",
        _regulations,
        (_argument("name", help="tên quy chế", nargs="?", metavar="TÊN"), _JSON),
    ),
    Command(
        "regulations-parse",
        "đọc văn bản quy chế (.docx, .pdf, .txt) thành chương, điều, khoản, điểm và nêu chỗ bất thường",
        _regulations_parse,
        (_argument("file", help="tệp .docx, .pdf hoặc .txt", type=files.given, metavar="TỆP"), _JSON),
    ),
    Command(
        "regulations-propose",
        "đọc văn bản quy chế và nêu từng nội dung tìm được: mức quy định, điều, chữ làm căn cứ",
        _regulations_propose,
        (_argument("file", help="tệp .txt hoặc .docx", type=files.given, metavar="TỆP"), _JSON),
    ),
    Command(
        "regulations-attach",
        "giữ văn bản quy chế trong tệp văn phòng để dẫn nguyên văn từng khoản",
        _regulations_attach,
        (
            _argument("file", help="tệp .docx, .pdf hoặc .txt", type=files.given, metavar="TỆP"),
            _OFFICE,
            _argument("--profile", help="tên quy chế", required=True, metavar="TÊN"),
        ),
    ),
    Command(
        "backup",
        "sao lưu có kiểm tra",
        _backup,
        (_OFFICE, _argument("-o", "--output", help="tệp sao lưu", type=files.given, required=True, metavar="TỆP")),
    ),
    Command(
        "restore",
        "khôi phục từ bản sao lưu; tệp cũ luôn được giữ lại",
        _restore,
        (_argument("file", help="tệp sao lưu", type=files.given, metavar="TỆP"), _OFFICE),
    ),
    Command("doctor", "kiểm tra tệp văn phòng và các mục", _doctor, (_OFFICE, _JSON, _ALL_ERRORS)),
)

_WINDOW = """Không kèm lệnh nào: mở cửa sổ trên tệp văn phòng đang dùng.
  thuky [--office TỆP.thuky] [--quit-after-paint]

Kết thúc: 0 xong; 1 check thấy việc chưa đúng; 2 tệp hoặc yêu cầu chưa đúng; 3 chương trình gặp lỗi."""


def _joined(words: list[str]) -> list[str]:
    """`regulations parse`, `propose` and `attach` are commands of their own."""
    if words[:1] == ["regulations"] and words[1:2] in (["parse"], ["propose"], ["attach"]):
        return [f"regulations-{words[1]}", *words[2:]]
    return words


def _parser() -> Parser:
    parser = Parser(prog="thuky", description="Thư Ký: chương trình của Văn phòng cấp ủy.", epilog=_WINDOW)
    commands = parser.add_subparsers(title="các lệnh", metavar="LỆNH", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.help, description=command.help)
        sub.set_defaults(run=command.run, all_errors=False)
        for argument in command.arguments:
            sub.add_argument(*argument.names, help=argument.help, **argument.options)
    return parser
