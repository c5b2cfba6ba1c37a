package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/ui/command"
)

// call runs the program as a person would, and gives exit code and what it printed.
func call(t *testing.T, stdin string, args ...string) (int, string, string) {
	t.Helper()
	var out, err bytes.Buffer
	code := run(context.Background(), args, command.Streams{In: strings.NewReader(stdin), Out: &out, Err: &err})
	return code, out.String(), err.String()
}

func mustWrite(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFromSampleToVerifiedPaper(t *testing.T) {
	dir := t.TempDir()
	code, out, errs := call(t, "", "demo", "--out", dir)
	if code != command.OK || !strings.Contains(out, "部分承担") {
		t.Fatalf("exit %d\n%s\n%s", code, out, errs)
	}
	papers, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(papers) != 1 {
		t.Fatalf("papers %v %v", papers, err)
	}
	if code, out, _ := call(t, "", "verify", papers[0]); code != command.OK || !strings.Contains(out, "自洽") {
		t.Errorf("verify: exit %d, %s", code, out)
	}
	data, err := os.ReadFile(papers[0])
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	changed := mustWrite(t, filepath.Join(dir, "changed.pdf"), string(data))
	if code, out, _ := call(t, "", "verify", changed); code != command.Failed || strings.Contains(out, "：自洽") {
		t.Errorf("a changed byte passes: exit %d, %s", code, out)
	}
}

func TestOneLineThroughTheLedger(t *testing.T) {
	data, out, many := filepath.Join(t.TempDir(), "数据 夹#100%?"), t.TempDir(), t.TempDir()
	list := mustWrite(t, filepath.Join(t.TempDir(), "list.tsv"), "#title=海棠街道履行职责事项清单\n#doc_no=云办发〔2026〕3号\n#from=2026-01-01\n"+
		"list_kind\titem_name\tdepartment\tsuperior_duty\ttownship_duty\n"+
		"basic\t开展人民调解，化解邻里纠纷\t\t\t\n"+
		"cooperate\t燃气安全管理\t区住房和城乡建设局\t组织检查\t开展宣传，发现问题上报\n"+
		"takeback\t餐饮场所燃气设施检测和执法检查\t区住房和城乡建设局\t由区住房和城乡建设局组织实施\t\n")
	notice := mustWrite(t, filepath.Join(t.TempDir(), "通知.txt"), "关于开展燃气执法检查的通知\n各街道办事处：\n请各街道对餐饮场所燃气设施逐户检测，开展执法检查，对不合格的处以罚款，4月20日前报送结果。\n云湖区住房和城乡建设局\n2026年4月7日\n")
	old := mustWrite(t, filepath.Join(t.TempDir(), "2024年收文.csv"), "收文日期,来文单位,标题,类型,处理\n2024-03-01,区水利局,报送河长制材料,报表,办结\n3月4日,区民政局,低保核查,检查,配合\n,区民政局,没有日期,任务,\n")
	half := time.Now().Format("2006") + "-" + map[bool]string{true: "1", false: "2"}[time.Now().Month() <= time.June]
	steps := []struct {
		args []string
		code int
		want string
	}{
		{[]string{"office", "--data", data, "--name", "云湖区海棠街道办事处", "--type", "街道", "--clerk", "王芳"}, command.OK, "海棠街道"},
		{[]string{"import", "--data", data, list}, command.OK, "上级部门收回：1 条"},
		{[]string{"add", "--data", data, notice}, command.OK, "拒接反馈"},
		{[]string{"add", "--data", data, notice}, command.Failed, "未重复登记"},
		{[]string{"list", "--data", data, "--words", "罚款"}, command.OK, "燃气执法检查"},
		{[]string{"list", "--data", data, "--words", "献血"}, command.OK, "共 0 件"},
		{[]string{"report", "--data", data, "--out", data, "--issue", "第9号"}, command.Failed, ""},
		{[]string{"report", "--data", data, "--out", out, "--kind", "ledger"}, command.OK, "海棠街道来件处理台账"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "ledger", "--table"}, command.OK, ".xlsx"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "ledger", "--words", "献血"}, command.Failed, "没有可印的台账"},
		{[]string{"report", "--data", data, "--kind", "ledger", "第9号"}, command.BadArgs, "不用写来件"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "month", "--month", time.Now().Format("2006-01")}, command.OK, "为基层减负监测月报"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "month", "--month", "2019-03"}, command.Failed, "没有登记件"},
		{[]string{"report", "--data", data, "--out", out, "--together"}, command.Failed, "没有可以合并的小事"},
		{[]string{"report", "--data", data, "--together", "第9号"}, command.BadArgs, "不用写来件"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "month", "--month", "三月"}, command.BadArgs, "年-月"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "departments"}, command.Failed, "“基层评机关”没有打开"},
		{[]string{"office", "--data", data, "--review", "ja"}, command.BadArgs, "--review"},
		{[]string{"office", "--data", data, "--review", "on"}, command.OK, "海棠街道"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "departments"}, command.OK, "海棠街道部门往来情况"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "departments", "--table"}, command.OK, ".xlsx"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "departments", "--word"}, command.BadArgs, "不能反过来"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "review", "--half", half}, command.OK, "海棠街道基层评机关半年评价表"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "review", "--half", half, "--word"}, command.OK, ".docx"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "review", "--half", "2019-1"}, command.Failed, "没有登记件"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "review", "--half", "2019-3"}, command.BadArgs, "年-半年"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "support", "--bodies", "县医院", "--place", "献血屋", "--urgency", "urgent", time.Now().Format("2006") + "-1"}, command.OK, "支援请求单送审稿 "},
		{[]string{"report", "--data", data, "--out", data, "--issue", time.Now().Format("2006") + "-1", time.Now().Format("2006") + "-1"}, command.OK, "共 1 份文书；没有出的 0 件"},
		{[]string{"report", "--data", data, "--out", data, "--issue", time.Now().Format("2006") + "-1", time.Now().Format("2006") + "-1"}, command.Failed, "都已出文"},
		{[]string{"report", "--data", data, "--out", many, "--issued", time.Now().Format("2006") + "-1..2"}, command.Failed, "台账里没有"},
		{[]string{"report", "--data", data, "--out", many, "--issued", time.Now().Format("2006") + "-1"}, command.OK, "共 1 份文书；没有出的 0 件"},
		{[]string{"report", "--data", data, "--out", many, "--issued", "--bound", time.Now().Format("2006") + "-1"}, command.OK, "合订本"},
		{[]string{"report", "--data", data, "--bound", "2026-9..3"}, command.BadArgs, "不是一段台账号"},
		{[]string{"report", "--data", data, "--bound", "--kind", "letter", "2026-1"}, command.BadArgs, "不能用 --kind"},
		{[]string{"report", "--data", data, "--out", out, "--kind", "support", "--urgency", "soon", "2026-1"}, command.BadArgs, "--urgency"},
		{[]string{"report", "--data", data, "--kind", "poem"}, command.BadArgs, "没有“poem”这种文书"},
		{[]string{"import", "--ledger", "--data", data, "--preview", old}, command.OK, "不会导入的行 1"},
		{[]string{"import", "--ledger", "--data", data, old}, command.OK, "已导入旧台账 2 行"},
		{[]string{"import", "--ledger", "--data", data, old}, command.Failed, "每一行都已导入过"},
		{[]string{"import", "--ledger", "--data", data, old, old}, command.BadArgs, "一次导入一个文件"},
		{[]string{"list", "--data", data, "--words", "河长制"}, command.OK, "共 0 件"},
		{[]string{"verify", "--data", data}, command.OK, "全部一致"},
		{[]string{"backup", "--data", data}, command.OK, "已备份"},
		{[]string{"check", "--data", data, notice}, command.OK, "拒接反馈"},
	}
	for _, s := range steps {
		code, said, errs := call(t, "", s.args...)
		if code != s.code || !strings.Contains(said+errs, s.want) {
			t.Errorf("%v: exit %d, want %d and %q\n%s%s", s.args, code, s.code, s.want, said, errs)
		}
	}
	if copies, err := filepath.Glob(filepath.Join(many, "*.pdf")); err != nil || len(copies) != 2 { // the same copy is not written twice
		t.Errorf("copies %v %v", copies, err)
	}
	papers, err := filepath.Glob(filepath.Join(out, "*.pdf"))
	if err != nil || len(papers) != 5 {
		t.Fatalf("papers %v %v", papers, err)
	}
	for _, p := range papers {
		if code, said, _ := call(t, "", "verify", p); code != command.OK || !strings.Contains(said, "自洽") {
			t.Errorf("%s: exit %d, %s", p, code, said)
		}
	}
	issued, err := filepath.Glob(filepath.Join(data, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	stands := map[bool]int{}
	for _, p := range append(issued, papers...) { // drafts have no number, issued ones stand in the ledger
		code, said, _ := call(t, "", "verify", "--data", data, p)
		same := strings.Contains(said, "与台账一致。")
		if same != (code == command.OK) || !same && !strings.Contains(said, "送审稿没有编号") || !strings.Contains(said, "不证明签字和印章的真假") {
			t.Errorf("%s: exit %d, %s", p, code, said)
		}
		stands[same]++
	}
	if stands[true] < 1 || stands[false] < 1 {
		t.Errorf("%d stand in the ledger, %d are drafts", stands[true], stands[false])
	}
}

func TestMarkedSecretsLeaveNothing(t *testing.T) {
	data := t.TempDir()
	notice := mustWrite(t, filepath.Join(t.TempDir(), "x.txt"), "机密★5年\n\n关于某事的通知\n各镇：\n请独一无二字样办理。\n")
	code, _, errs := call(t, "", "add", "--data", data, notice)
	if code != command.Failed || !strings.Contains(errs, "密") {
		t.Fatalf("exit %d, %s", code, errs)
	}
	err := filepath.WalkDir(data, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(b, []byte("独一无二")) {
			t.Errorf("%s holds the text", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestJSONLinesKeepTheirOrderAndGoOn(t *testing.T) {
	in := `{"id":"a","text":"请各村4月10日前报送低保复核情况","received":"2026-04-01"}` + "\n" + `{broken` + "\n" + `{"id":"c","text":"   "}` + "\n" +
		`{"id":4,"text":"感谢信\n贵镇驰援，谨表谢意。","received":"2026-04-01"}` + "\n"
	code, out, errs := call(t, in, "check", "--jsonl", "-")
	if code != command.Failed {
		t.Fatalf("exit %d: %s", code, errs)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines", len(lines))
	}
	var got []struct{ ID, Error, Verdict string }
	for _, l := range lines {
		var x struct{ ID, Error, Verdict string }
		if err := json.Unmarshal([]byte(l), &x); err != nil {
			t.Fatal(err)
		}
		got = append(got, x)
	}
	if got[0].ID != "a" || got[0].Verdict != string(app.VerdictUnjudged) || got[1].Error == "" || got[2].Error == "" || got[3].ID != "4" || got[3].Verdict != "info" {
		t.Errorf("%+v", got)
	}
}

func TestWordsThatTheLexiconDoesNotKnow(t *testing.T) {
	dir := t.TempDir()
	notice := mustWrite(t, filepath.Join(dir, "a.txt"), "各镇：请清理琉璃，月底前报。")
	lines := mustWrite(t, filepath.Join(dir, "b.jsonl"), `{"text":"琉璃掉了，请巡查。"}`+"\n")
	code, out, errs := call(t, "", "words", "--jsonl", lines, notice)
	if code != command.OK || !strings.Contains(out, "琉璃\t2 件\t") || strings.Contains(out, "巡查\t") {
		t.Errorf("exit %d\n%s\n%s", code, out, errs)
	}
	if code, _, errs := call(t, "", "words"); code != command.BadArgs || !strings.Contains(errs, "请给出清单或来文") {
		t.Errorf("exit %d, %s", code, errs)
	}
}

func TestUnusableArguments(t *testing.T) {
	for _, args := range [][]string{{"nonsense"}, {"check"}, {"check", "--nonsense", "x"}, {"check", "--received", "昨天", "-"}, {"check", "--register", "plan=x", "-"},
		{"check", "--list", "nirgends.xlsx", "-"}, {"import"}, {"import", "--register", "plan", "x"}, {"list", "--limit", "viele"}, {"report"}, {"restore"}, {"office", "--type", "县"}, {"--data"}} {
		if code, out, errs := call(t, "", args...); code != command.BadArgs || errs == "" {
			t.Errorf("%v: exit %d, %q %q", args, code, out, errs)
		}
	}
}

func TestHelpIsChineseAndComplete(t *testing.T) {
	code, out, _ := call(t, "", "--help")
	if code != command.OK {
		t.Fatal(code)
	}
	for _, c := range []string{"check", "import", "add", "list", "report", "verify", "backup", "restore", "version"} {
		if !strings.Contains(out, "\n  "+c) {
			t.Errorf("%s is not in the overview", c)
		}
		if code, help, _ := call(t, "", c, "--help"); code != command.OK || !strings.Contains(help, "用法") {
			t.Errorf("%s --help: exit %d, %s", c, code, help)
		}
	}
}

// TestCheckKnowsTheLedger adds the earlier notices of the labelled history to a data folder and checks the new ones with
// it: the same codes and the same notices as the labels, and without the folder none of them.
func TestCheckKnowsTheLedger(t *testing.T) {
	data := t.TempDir()
	const history = "app/judge/testdata/history/liuhe/"
	if code, _, errs := call(t, "", "office", "--data", data, "--name", "清河县柳河镇人民政府", "--type", "乡镇", "--clerk", "李敏"); code != command.OK {
		t.Fatal(errs)
	}
	if code, _, errs := call(t, "", "import", "--data", data, "app/judge/testdata/township/list.tsv"); code != command.OK {
		t.Fatal(errs)
	}
	numbers := map[string]string{}
	var past strings.Builder
	raw, err := os.ReadFile(history + "history.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n")[1:] { // the first gives the limit, the usual one
		var n struct{ ID string }
		if err := json.Unmarshal([]byte(line), &n); err != nil {
			t.Fatal(err)
		}
		numbers[n.ID] = fmt.Sprintf("年第%d号", i+1)
		past.WriteString(line + "\n")
	}
	file := mustWrite(t, filepath.Join(t.TempDir(), "history.jsonl"), past.String())
	if code, out, errs := call(t, "", "add", "--data", data, "--jsonl", file); code != command.OK {
		t.Fatal(out, errs)
	}
	type answer struct {
		ID       string
		Findings []app.Finding
	}
	check := func(args ...string) map[string]answer {
		t.Helper()
		code, out, errs := call(t, "", append([]string{"check", "--jsonl", history + "cases.jsonl"}, args...)...)
		if code != command.OK {
			t.Fatal(errs)
		}
		all := map[string]answer{}
		for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
			var a answer
			if err := json.Unmarshal([]byte(line), &a); err != nil {
				t.Fatal(err)
			}
			all[a.ID] = a
		}
		return all
	}
	raised := func(a answer) (codes []string, basis string) {
		for _, f := range a.Findings {
			if alert.Title(f.Code) != "" {
				codes, basis = append(codes, f.Code), basis+f.Basis
				if f.Role != app.RoleNote || len(f.Related) == 0 {
					t.Errorf("%s: %+v", a.ID, f)
				}
			}
		}
		return codes, basis
	}
	with, without := check("--data", data), check("--list", "app/judge/testdata/township/list.tsv")
	cases, err := os.ReadFile(history + "cases.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(cases)), "\n") {
		var c struct {
			ID     string
			Expect struct{ Codes, Related []string }
		}
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		codes, basis := raised(with[c.ID])
		if !slices.Equal(codes, c.Expect.Codes) && len(codes)+len(c.Expect.Codes) > 0 {
			t.Errorf("%s: %v, want %v", c.ID, codes, c.Expect.Codes)
		}
		if len(c.Expect.Related) > 0 && !strings.Contains(basis, numbers[c.Expect.Related[0]]) {
			t.Errorf("%s: %q does not name %s", c.ID, basis, numbers[c.Expect.Related[0]])
		}
		if codes, _ := raised(without[c.ID]); len(codes) > 0 {
			t.Errorf("%s without a ledger: %v", c.ID, codes)
		}
	}
}
