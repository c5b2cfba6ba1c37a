package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/rule"
	"yidanqing/app/upkeep"
	"yidanqing/ui/command"
)

const pledgeNotice = "关于签订消防安全责任状的通知\n柳河镇人民政府：\n请你镇主要负责人与我大队签订消防安全责任状，于3月20日前交回。\n清河县消防救援大队\n"

// checked is the answer of a check against the data folder.
func checked(t *testing.T, data, notice string) app.Check {
	t.Helper()
	code, out, errs := call(t, notice, "check", "--data", data, "--received", "2026-03-10", "--json", "-")
	if code != command.OK {
		t.Fatalf("exit %d %s", code, errs)
	}
	var list []app.Check
	if err := json.Unmarshal([]byte(out), &list); err != nil || len(list) != 1 {
		t.Fatalf("%v %s", err, out)
	}
	return list[0]
}

// TestRulesOfAnOffice changes rules, words and negative lists as the command line does, and checks after each.
func TestRulesOfAnOffice(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	do := func(args ...string) string {
		t.Helper()
		code, out, errs := call(t, "", append([]string{args[0], "--data", data}, args[1:]...)...)
		if code != command.OK {
			t.Fatalf("%v: exit %d %s", args, code, errs)
		}
		return out
	}
	do("office", "--name", "清河县柳河镇人民政府", "--clerk", "李敏")
	if c := checked(t, data, pledgeNotice); c.Verdict != app.VerdictRefuse {
		t.Fatalf("as shipped: %s", c.Verdict)
	}
	do("rules", "--severity", "PLEDGE=提醒")
	if c := checked(t, data, pledgeNotice); c.Verdict != app.VerdictEscalate {
		t.Errorf("softened: %s", c.Verdict)
	}
	do("rules", "--off", "PLEDGE")
	if c := checked(t, data, pledgeNotice); c.Verdict == app.VerdictRefuse || len(c.Findings) > 0 {
		t.Errorf("off: %s %v", c.Verdict, c.Findings)
	}
	if out := do("rules"); !strings.Contains(out, "停用\t提醒\t定为提级\tPLEDGE") || !strings.Contains(out, "本单位改动") {
		t.Errorf("the list says\n%s", out)
	}
	do("rules", "--reset", "PLEDGE")
	if c := checked(t, data, pledgeNotice); c.Verdict != app.VerdictRefuse {
		t.Errorf("reset: %s", c.Verdict)
	}
	if code, _, errs := call(t, "", "rules", "--data", data, "--off", "TAKEN_BACK"); code != command.Failed || !strings.Contains(errs, "不能停用") {
		t.Errorf("a structural rule: exit %d %s", code, errs)
	}

	list := mustWrite(t, filepath.Join(t.TempDir(), "负面.csv"), "清河县为基层减负负面清单\n要求或说法,依据文件,条款,级别\n不得要求派车接送检查人员,《清河县为基层减负负面清单》,第7条,不得\n")
	said := do("rules", "--import", list)
	notice := "关于开展安全检查的通知\n柳河镇人民政府：\n请做好排查，并派车接送检查人员，于3月20日前报结果。\n清河县应急管理局\n"
	found := func() *app.Finding {
		for _, f := range checked(t, data, notice).Findings {
			if strings.HasPrefix(f.Code, "OWN_") {
				return &f
			}
		}
		return nil
	}
	if f := found(); f == nil || f.Basis != "《清河县为基层减负负面清单》第7条" || f.Role != app.RoleMeans {
		t.Errorf("the row of the negative list: %+v", f)
	}
	do("rules", "--remove", regexp.MustCompile(`清单编号 (\w+)`).FindStringSubmatch(said)[1])
	if f := found(); f != nil {
		t.Errorf("after the removal: %+v", f)
	}

	do("rules", "--word", "苞谷秆子=秸秆禁烧")
	if out := do("rules", "--words"); !strings.Contains(out, "苞谷秆子") {
		t.Errorf("words\n%s", out)
	}
	do("rules", "--unword", "苞谷秆子")
	if out := do("rules", "--words"); strings.Contains(out, "苞谷秆子") {
		t.Errorf("words\n%s", out)
	}
}

// TestTemplatesCanBeImported writes each template and reads it as the import does: what the office downloads must come in.
func TestTemplatesCanBeImported(t *testing.T) {
	desk, s, _, err := openDesk(t.Context(), filepath.Join(t.TempDir(), "data"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	folder := t.TempDir()
	for _, k := range upkeep.RegisterKinds() {
		path, err := desk.Upkeep.SaveTemplate(t.Context(), k, folder)
		if err != nil {
			t.Fatal(err)
		}
		tables, err := readTables(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		r, view, err := rule.ImportRegister(k, tables)
		if err != nil || len(r.Entries) != 1 || r.Entries[0].Name == "" || r.Entries[0].Department == "" {
			t.Errorf("%s: %+v %v", k, r.Entries, err)
		}
		for _, c := range view.Columns {
			if c.Field == "" {
				t.Errorf("%s: column %s is not read", k, c.Heading)
			}
		}
		if !strings.Contains(r.Source.Title, k.Title()) {
			t.Errorf("%s: the title is %q", k, r.Source.Title)
		}
	}
	path, err := desk.Upkeep.SavePackTemplate(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	if p, _, err := readPack(t.Context(), path); err != nil || len(p.Rules) != 1 || p.Rules[0].Document == "" || p.Rules[0].Place != "第2条" {
		t.Errorf("the negative list: %+v %v", p, err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}
