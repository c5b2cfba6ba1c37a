package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/assets"
	"yidanqing/ui/command"
)

// TestPrecedentsOfAnOffice goes the whole way: a demand is decided otherwise than advised, the next one follows it, and it
// is taken out of use, put back, and ended by a new list.
func TestPrecedentsOfAnOffice(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	do := func(args ...string) string {
		t.Helper()
		code, out, errs := call(t, "", append([]string{args[0], "--data", data}, args[1:]...)...)
		if code != command.OK {
			t.Fatalf("%v: exit %d %s", args, code, errs)
		}
		return out
	}
	list := filepath.Join(t.TempDir(), "清单.tsv")
	if err := os.WriteFile(list, assets.SampleList, 0o600); err != nil {
		t.Fatal(err)
	}
	do("office", "--name", "清河县柳河镇人民政府", "--clerk", "李敏")
	do("import", list)
	if out := do("precedents"); !strings.Contains(out, "还没有先例") {
		t.Errorf("none: %s", out)
	}
	const later = "县邮政管理局：各村快递服务点还缺存放场地的，请镇里帮忙落实，9月15日前把场地清单报来。"
	if c := checked(t, data, later); c.Verdict != app.VerdictEscalate {
		t.Fatalf("without precedents %s: %v", c.Verdict, c.Reasons)
	}
	notice := mustWrite(t, filepath.Join(t.TempDir(), "来文.txt"), "清河县邮政管理局\n关于落实村级快递服务点场地的函\n柳河镇人民政府：\n请贵镇协助为各村快递服务点落实存放场地，6月30日前将场地清单报我局。\n清河县邮政管理局\n2026年6月2日\n")
	do("add", "--received", "2026-06-02", notice)
	if out := do("precedents"); !strings.Contains(out, "还没有先例") {
		t.Errorf("before it is decided: %s", out)
	}
	decideFirst(t, data, app.VerdictDo)
	out := do("precedents")
	code, _, _ := strings.Cut(out, "\t")
	if !strings.Contains(out, "在用") || !strings.Contains(out, "提级反映→承办") || !strings.HasSuffix(code, "-1-1") {
		t.Fatalf("the list says\n%s", out)
	}
	c := checked(t, data, later)
	if c.Verdict != app.VerdictDo || c.Demands[0].Precedent == nil || !c.Demands[0].Precedent.Changed || !strings.Contains(c.Reasons[0], "同类事项一致") {
		t.Errorf("followed: %s %v", c.Verdict, c.Reasons)
	}
	if other := checked(t, data, strings.Replace(later, "邮政管理局", "商务局", 1)); other.Verdict == app.VerdictDo {
		t.Errorf("another department: %s", other.Verdict)
	}
	if exit, _, errs := call(t, "", "precedents", "--data", data, "--remove", code); exit != command.BadArgs || !strings.Contains(errs, "理由") {
		t.Errorf("without a reason: exit %d %s", exit, errs)
	}
	if exit, _, errs := call(t, "", "precedents", "--data", data, "--remove", "2026-9-9", "--reason", "x"); exit != command.Failed || !strings.Contains(errs, "没有编号") {
		t.Errorf("one that is not there: exit %d %s", exit, errs)
	}
	do("precedents", "--remove", code, "--reason", "场地另有安排")
	if out := do("precedents", "--json"); !strings.Contains(out, `"state": "removed"`) || !strings.Contains(out, "场地另有安排") {
		t.Errorf("removed: %s", out)
	}
	if c := checked(t, data, later); c.Verdict != app.VerdictEscalate {
		t.Errorf("out of use: %s", c.Verdict)
	}
	do("precedents", "--restore", code)
	if c := checked(t, data, later); c.Verdict != app.VerdictDo {
		t.Errorf("put back: %s", c.Verdict)
	}
	do("import", "--title", "柳河镇履行职责事项清单（修订）", "--number", "清办发〔2026〕20号", list)
	if c := checked(t, data, later); c.Verdict != app.VerdictEscalate {
		t.Errorf("under a new list: %s", c.Verdict)
	}
	if out := do("precedents"); !strings.Contains(out, "已失效") {
		t.Errorf("under a new list: %s", out)
	}
}

// decideFirst decides the first demand of the last notice of a data folder.
func decideFirst(t *testing.T, data string, v app.Verdict) {
	t.Helper()
	d, _, _, err := openDesk(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := d.Close(t.Context()); err != nil {
			t.Error(err)
		}
	}()
	page, err := d.Inquire.Page(t.Context(), inquire.Filter{}, inquire.Cursor{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Decide.Decide(t.Context(), page.Rows[0].ID, []decide.Choice{{Demand: page.Rows[0].Demands[0].ID, Verdict: v}}); err != nil {
		t.Fatal(err)
	}
}
