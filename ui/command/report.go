package command

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"yidanqing/app"
	"yidanqing/app/inquire"
)

const reportUsage = `用法：
  yidanqing report [--kind 文书] [--number 文号] [--data 数据夹] [--out 文件夹] [--issue] [--json] 来件
  yidanqing report [--issue | --issued] [--bound] [--data 数据夹] [--out 文件夹] [--json] 来件...
  yidanqing report --together [--data 数据夹] [--out 文件夹] [--issue] [--word] [--json]
  yidanqing report --kind support [--bodies 部门] [--urgency 程度] [--place 地点] [--data 数据夹] [--out 文件夹] [--issue] [--json] 来件
  yidanqing report --kind ledger [--data 数据夹] [--out 文件夹] [--words 词] [--verdict 意见] [--year 年] [--table] [--json]
  yidanqing report --kind month [--data 数据夹] [--out 文件夹] [--month 年-月] [--json]
  yidanqing report --kind tasks [--data 数据夹] [--out 文件夹] [--json]
  yidanqing report --kind departments [--data 数据夹] [--out 文件夹] [--half 半年] [--table] [--json]
  yidanqing report --kind review [--data 数据夹] [--out 文件夹] [--half 半年] [--word] [--json]

来件写台账号（2026-642 或 2026年第642号）。默认生成送审稿，不编号、不改台账；加 --issue 才正式出文、编号并记入台账。
文件写到 --out 指的文件夹，不给时写到当前文件夹；已有的文件不覆盖。文件名按“设置”里的规则。
可以一次写多件，或写一段，如 2026-601..642：不能出的逐件说明原因，其余照出；有没出的，退出码为 1。
  --issued        已出文书的副本
  --bound         全部合成一个 PDF，供打印（不作凭据）
  --kind          出哪种文书：feedback（反馈单）、letter（反馈函）、escalation（提级反映单）、village（反映单）、answer（答复单）、
                  support（支援请求单）、consult（会商函）、suggest（建议函）、assess（职责准入事前评估表）、adjust（清单动态调整建议）、comment（征求意见反馈）、
                  case（典型案例，隐去单位和人员）；不给时按处理意见和送达单位定
  --word          同时存一份 Word 副本（可编辑，不作凭据）；月报只存 Word
  --with          典型案例、提级反映单并入的另几件来件，台账号用顿号隔开
  --together      合并提级：本月（5日以前是上月）设为先沟通、只提醒而没有出文的提级小事，合成一份提级反映单，最多 10 项
  --number        函和报告的文号，按发文簿填写
  --copies        函和报告抄送的单位，用顿号隔开；不给时按设置，写空的不抄送
  --unsealed      函和报告不加盖印章，落款按不加盖印章的格式
  --archive       加一页存档联，本单位留存，不送出
  --bodies        支援请求单的报到部门，用顿号隔开，第一个为主责
  --urgency       emergency（30分钟内）、urgent（2小时内）、usual（当日）
  --place         到场地点
  --kind ledger   台账打印表：符合条件的来件，一行一件
  --words         标题、文号、来文单位、原文里都有的词，用空格隔开
  --verdict       do、cooperate、refuse、escalate、mixed、info
  --year          台账号的年份
  --table         不生成 PDF，改存为表格（xlsx）
  --kind month    为基层减负监测月报
  --month         哪个月，如 2026-11；不给时，5日以前是上月，以后是本月至今天
  --kind tasks    待反馈事项：要办的、等对方的，多头部署和时间冲突
  --kind departments  部门往来情况：每个部门来了什么、怎么答复；要先在设置里打开“基层评机关”
  --kind review   基层评机关半年评价表：列出往来事实，评价、意见由单位手填；加 --word 存 Word 副本
  --half          哪个半年，如 2026-1（上半年）、2026-2（下半年）；不给时，部门往来是今年至今天，评价表是最近一个半年`

// ownReports are the kinds of what the office prints for itself.
var ownReports = []string{"ledger", "month", "tasks", "departments", "review"}

func (t Tools) reportCommand() Command {
	return Command{Name: "report", Summary: "生成文书（送审稿或正式出文）", Usage: reportUsage, Run: t.runReport}
}

func (t Tools) runReport(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "data out kind words verdict year month half number bodies urgency place with copies", "issue issued bound json table word unsealed archive together")
	if k := o.value("kind"); err == nil && slices.Contains(ownReports, k) {
		return t.runOwnReport(ctx, o, streams)
	}
	if err == nil && o.switches["together"] {
		return t.runTogether(ctx, o, streams)
	}
	if err == nil && severalNotices(o) {
		return t.runBatch(ctx, o, streams)
	}
	r, kindErr := paperRequest(o)
	if err == nil {
		err = kindErr
	}
	if err == nil && len(o.rest) != 1 {
		err = app.Errorf(app.CodeInvalid, "请给出一件来件的台账号，如 2026-642。")
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	r.Folder = or(o.value("out"), ".")
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		id, err := find(ctx, d, o.rest[0])
		if err != nil {
			return err
		}
		r.Notice = id
		if err := completeSupport(ctx, d, o, &r); err != nil {
			return err
		}
		path, err := print(ctx, streams, d, r, o.switches["issue"], o.switches["word"])
		if err != nil {
			return err
		}
		if o.switches["json"] {
			return printJSON(streams.Out, map[string]string{"file": path})
		}
		fmt.Fprintf(streams.Out, "已写好：%s\n", path)
		return nil
	})
}

// runOwnReport makes the lists and reports that the office prints for itself.
func (t Tools) runOwnReport(ctx context.Context, o options, streams Streams) int {
	make, err := ownReport(o)
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		path, err := make(ctx, d, or(o.value("out"), "."))
		if err != nil {
			return err
		}
		if o.switches["json"] {
			return printJSON(streams.Out, map[string]string{"file": path})
		}
		fmt.Fprintf(streams.Out, "已写好：%s\n", path)
		return nil
	})
}

// ownReport reads which list or report is wanted.
func ownReport(o options) (func(ctx context.Context, d *Desk, folder string) (string, error), error) {
	if len(o.rest) > 0 || o.switches["issue"] {
		return nil, app.Errorf(app.CodeInvalid, "台账、月报、待反馈、部门往来和评价表不按来件出文，不用写来件，也不用 --issue。")
	}
	switch o.value("kind") {
	case "ledger":
		return ledgerReport(o)
	case "month":
		return monthReport(o)
	case "tasks":
		return tasksReport, nil
	}
	return departmentReport(o)
}

func ledgerReport(o options) (func(ctx context.Context, d *Desk, folder string) (string, error), error) {
	f := inquire.Filter{Words: o.value("words"), Verdict: app.Verdict(o.value("verdict"))}
	if f.Verdict != "" && f.Verdict.Title() == "" {
		return nil, app.Errorf(app.CodeInvalid, "没有“%s”这种意见。加 --help 看可以写什么。", f.Verdict)
	}
	if y := o.value("year"); y != "" {
		var err error
		if f.Year, err = strconv.Atoi(y); err != nil || f.Year < 2000 || f.Year > 9999 {
			return nil, app.Errorf(app.CodeInvalid, "--year 应为四位年份，如 2026。")
		}
	}
	return func(ctx context.Context, d *Desk, folder string) (string, error) {
		if o.switches["table"] {
			return d.Inquire.SaveLedgerTable(ctx, f, folder, nil)
		}
		file, err := d.Inquire.LedgerPaper(ctx, f, nil)
		if err != nil {
			return "", err
		}
		return d.Inquire.Files.Export(ctx, folder, file.Name, file.Data)
	}, nil
}

func tasksReport(ctx context.Context, d *Desk, folder string) (string, error) {
	b, err := d.Inquire.Board(ctx)
	if err != nil {
		return "", err
	}
	file, err := d.Inquire.BoardPaper(ctx, b)
	if err != nil {
		return "", err
	}
	return d.Inquire.Files.Export(ctx, folder, file.Name, file.Data)
}

func monthReport(o options) (func(ctx context.Context, d *Desk, folder string) (string, error), error) {
	var at time.Time
	if v := o.value("month"); v != "" {
		var err error
		if at, err = time.Parse("2006-01", v); err != nil {
			return nil, app.Errorf(app.CodeInvalid, "--month 应为 年-月，如 2026-11。")
		}
	}
	return func(ctx context.Context, d *Desk, folder string) (string, error) {
		p := d.Inquire.ReportMonth()
		if !at.IsZero() {
			var err error
			if p, err = d.Inquire.MonthOn(at.Year(), at.Month()); err != nil {
				return "", err
			}
		}
		if o.switches["word"] {
			return d.Inquire.SaveMonthTwin(ctx, p, folder)
		}
		return d.Inquire.SaveMonth(ctx, p, folder)
	}, nil
}
