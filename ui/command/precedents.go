package command

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"yidanqing/app"
	"yidanqing/app/upkeep"
)

const precedentsUsage = `用法：
  yidanqing precedents [--data 数据夹] [--json]                     列出先例，后定的在前
  yidanqing precedents [--data 数据夹] --remove 编号 --reason 理由   停用一条；当时的处理不变
  yidanqing precedents [--data 数据夹] --restore 编号                恢复使用

先例是与建议不同的处理：同一部门再来同类事项时，按当时的决定建议。先例只改清单事项、放宽意见，不会改成拒接；
撤回处理、清单换版后不再使用。编号照列表的第一栏写，如 2026-637-1。

退出码：0 完成；1 没有办成；2 参数不对。`

func (t Tools) precedentsCommand() Command {
	return Command{Name: "precedents", Summary: "看或停用先例", Usage: precedentsUsage, Run: t.runPrecedents}
}

func (t Tools) runPrecedents(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "data remove restore reason", "json")
	switch {
	case err != nil:
	case len(o.rest) > 0:
		err = app.Errorf(app.CodeInvalid, "不认识“%s”。加 --help 看用法。", o.rest[0])
	case o.value("remove") != "" && strings.TrimSpace(o.value("reason")) == "":
		err = app.Errorf(app.CodeInvalid, "停用先例要用 --reason 写一句理由。")
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		all, err := d.Upkeep.Precedents(ctx)
		if err != nil {
			return err
		}
		said := ""
		switch {
		case o.value("remove") != "":
			said, err = "已停用先例 "+o.value("remove")+"，从下一次比对起生效。", onPrecedent(all, o.value("remove"), func(id string) error { return d.Upkeep.RemovePrecedent(ctx, id, o.value("reason")) })
		case o.value("restore") != "":
			said, err = "已恢复使用先例 "+o.value("restore")+"。", onPrecedent(all, o.value("restore"), func(id string) error { return d.Upkeep.RestorePrecedent(ctx, id) })
		default:
			return listPrecedents(all, o.switches["json"], streams.Out)
		}
		if err == nil {
			fmt.Fprintln(streams.Out, said)
		}
		return err
	})
}

// precedentCode names a precedent on the command line: 2026-637-1 is 事1 of 2026年第637号.
func precedentCode(p upkeep.Precedent) string {
	return strings.NewReplacer("年第", "-", "号", "-").Replace(p.Number) + strconv.Itoa(p.No)
}

// onPrecedent does something with the precedent of a code.
func onPrecedent(all []upkeep.Precedent, code string, do func(id string) error) error {
	for _, p := range all {
		if precedentCode(p) == code || p.ID == code {
			return do(p.ID)
		}
	}
	return app.Errorf(app.CodeNotFound, "没有编号为“%s”的先例。", code)
}

// precedentLine is a precedent as --json prints it.
type precedentLine struct {
	Code       string                `json:"code"`
	State      upkeep.PrecedentState `json:"state"`
	Day        app.Date              `json:"day"`
	By         string                `json:"by,omitempty"`
	Department string                `json:"department,omitempty"`
	Gist       string                `json:"gist,omitempty"`
	Advised    app.Verdict           `json:"advised"`
	Decided    app.Verdict           `json:"decided"`
	Entry      *app.DutyRef          `json:"entry,omitempty"`
	Reason     string                `json:"reason,omitempty"`
	Notice     string                `json:"notice"`
	List       string                `json:"list,omitempty"`
	Removed    string                `json:"removed,omitempty"` // why it is out of use
}

func listPrecedents(all []upkeep.Precedent, asJSON bool, out io.Writer) error {
	lines := make([]precedentLine, len(all))
	for i, p := range all {
		lines[i] = precedentLine{Code: precedentCode(p), State: p.State, Day: p.Day, By: p.By, Department: p.Department, Gist: p.Gist, Advised: p.Advised,
			Decided: p.Decided, Entry: p.Entry, Reason: p.Reason, Notice: p.Number, List: p.List.Title}
		if p.Off != nil {
			lines[i].Removed = p.Off.Reason
		}
	}
	if asJSON {
		return printJSON(out, lines)
	}
	if len(lines) == 0 {
		fmt.Fprintln(out, "还没有先例。与建议不同的处理登记后，就成为先例。")
	}
	for i, l := range lines {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s→%s\n", l.Code, all[i].State.Title(), l.Day, l.Department, l.Gist, l.Advised.Title(), l.Decided.Title())
	}
	return nil
}
