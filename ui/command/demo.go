package command

import (
	"context"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
)

const demoUsage = `用法：
  yidanqing demo [--out 文件夹]

用自带的示例清单和示例来文走一遍：比对、登记、出文，并说明 PDF 放在哪里。用的是临时数据夹，不动您的台账。`

func (t Tools) demoCommand() Command {
	return Command{Name: "demo", Summary: "用示例走一遍全过程", Usage: demoUsage, Run: t.runDemo}
}

func (t Tools) runDemo(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "out", "")
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	dir, err := t.TempDir()
	if err != nil {
		complain(streams, app.WrapError(app.CodeReadOnly, err, "建不了临时文件夹。请检查系统的临时目录能不能写。"))
		return Failed
	}
	out := or(o.value("out"), dir)
	return t.withDesk(ctx, dir, streams, func(d *Desk) error {
		list, registers, notice, office := t.Sample()
		if err := d.TakeSample(ctx, list, registers, office); err != nil {
			return err
		}
		return demonstrate(ctx, t, d, notice, out, streams)
	})
}

// TakeSample sets an office up with a list and registers that ship with the program.
func (d *Desk) TakeSample(ctx context.Context, list app.DutyList, registers []app.Register, office app.Office) error {
	settings, err := d.Upkeep.Settings(ctx)
	if err != nil {
		return err
	}
	settings.Office = office
	if err := d.Upkeep.SaveSettings(ctx, settings); err != nil {
		return err
	}
	if _, err := d.Upkeep.ImportList(ctx, list); err != nil {
		return err
	}
	for _, r := range registers {
		if _, err := d.Upkeep.ImportRegister(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

func demonstrate(ctx context.Context, t Tools, d *Desk, notice, out string, streams Streams) error {
	doc, err := t.Notice(ctx, "", []byte(notice))
	if err != nil {
		return err
	}
	draft, err := d.Intake.Read(ctx, doc, intake.Options{})
	if err != nil {
		return err
	}
	if !draft.Received.Known() {
		if draft, err = d.Intake.SetReceived(ctx, draft, ledger.Received{Date: t.Today(), Source: ledger.DayClerk}); err != nil {
			return err
		}
	}
	Print(streams.Out, draft.Check)
	n, err := d.Intake.Register(ctx, draft)
	if err != nil {
		return err
	}
	path, err := print(ctx, streams, d, decide.Request{Notice: n.ID, Evidence: true, Folder: out}, true, false)
	if err != nil {
		return err
	}
	fmt.Fprintf(streams.Out, "\n已登记为%s（示例，临时台账）。\n反馈单和比对证据页：%s\n", n.Number(), path)
	return nil
}
