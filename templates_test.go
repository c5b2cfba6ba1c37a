package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/pdf"
	"yidanqing/ui/command"
)

// TestWordingByTheCommandLine takes the wording out, changes a sentence as an office does, and takes it in again.
func TestWordingByTheCommandLine(t *testing.T) {
	data, folder := filepath.Join(t.TempDir(), "data"), t.TempDir()
	do := func(args ...string) string {
		t.Helper()
		code, out, errs := call(t, "", append([]string{args[0], "--data", data}, args[1:]...)...)
		if code != command.OK {
			t.Fatalf("%v: exit %d %s", args, code, errs)
		}
		return out
	}
	do("office", "--name", "清河县柳河镇人民政府", "--clerk", "李敏")
	path := strings.TrimSpace(do("templates", "--export", folder))
	text := string(must(os.ReadFile(path)))
	const shipped, own = "请于收到之日起【天数】个工作日内答复。", "盼在收到后【天数】个工作日内函告结果。"
	if !strings.Contains(text, shipped) {
		t.Fatalf("the file lacks the sentence:\n%.300s", text)
	}
	changed := mustWrite(t, filepath.Join(folder, "改好.txt"), strings.Replace(text, shipped, own, 1))
	if out := do("templates", "--import", changed); !strings.Contains(out, "改动 1 句") {
		t.Errorf("import says %s", out)
	}
	out := do("templates", "--own")
	edition := regexp.MustCompile(`版式 (1-[0-9a-f]{8})`).FindStringSubmatch(out)
	if edition == nil || !strings.Contains(out, "已改\t反馈单：意见：请对方答复\ttext/reply") || !strings.Contains(out, own) {
		t.Fatalf("the list says\n%s", out)
	}
	if out := do("templates", "--own", "--json"); !strings.Contains(out, `"edition": "`+edition[1]) || !strings.Contains(out, `"must": [`) {
		t.Errorf("as JSON\n%s", out)
	}
	do("templates", "--reset", "反馈单")
	if out := do("templates", "--own"); !strings.HasPrefix(out, "版式 1\n") || strings.Contains(out, "已改") {
		t.Errorf("after the reset\n%s", out)
	}
	then := strings.TrimSpace(do("templates", "--export", folder, "--edition", edition[1]))
	if text := string(must(os.ReadFile(then))); !strings.Contains(text, own) || !strings.Contains(text, "版式 "+edition[1]) {
		t.Errorf("the wording of %s is not in %s", edition[1], then)
	}
	broken := mustWrite(t, filepath.Join(folder, "坏.txt"), strings.Replace(text, shipped, "请于收到之日起【天数个工作日内答复。", 1))
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"--import", broken}, command.Failed, "没有配上“】”"},
		{[]string{"--import", filepath.Join(folder, "没有.txt")}, command.Failed, "找不到"},
		{[]string{"--reset", "请假条"}, command.Failed, "没有“请假条”"},
		{[]string{"--export", folder, "--edition", "1-00000000"}, command.Failed, "没有版式 1-00000000 的措辞"},
		{[]string{"--edition", "1"}, command.BadArgs, "--export"},
		{[]string{"反馈函"}, command.BadArgs, "不认识"},
	} {
		code, out, errs := call(t, "", append([]string{"templates", "--data", data}, c.args...)...)
		if code != c.code || !strings.Contains(out+errs, c.want) {
			t.Errorf("%v: exit %d, want %d and %q\n%s%s", c.args, code, c.code, c.want, out, errs)
		}
	}
	if out := do("templates", "--own"); strings.Contains(out, "已改") {
		t.Errorf("a faulty file changed something\n%s", out)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// TestOldPaperStaysAsItWasPrinted issues a paper, changes the wording and issues another: the first one keeps its bytes, its
// words and the name of its wording, and can be written again from that.
func TestOldPaperStaysAsItWasPrinted(t *testing.T) {
	ctx, data := t.Context(), filepath.Join(t.TempDir(), "data")
	list := mustWrite(t, filepath.Join(t.TempDir(), "list.tsv"), "#title=柳河镇履行职责事项清单\n#doc_no=清办发〔2026〕9号\n#from=2026-01-01\n"+
		"list_kind\titem_name\tdepartment\tsuperior_duty\ttownship_duty\n"+
		"takeback\t餐饮场所燃气设施检测和执法检查\t县住房和城乡建设局\t由县住房和城乡建设局组织实施\t\n")
	notice := func(no string) string {
		return mustWrite(t, filepath.Join(t.TempDir(), "通知.txt"), "关于开展燃气执法检查的通知"+no+"\n各乡镇人民政府：\n请各乡镇对餐饮场所燃气设施逐户检测，开展执法检查，对不合格的处以罚款，12月20日前报送结果。\n清河县住房和城乡建设局\n")
	}
	for _, args := range [][]string{{"office", "--name", "清河县柳河镇人民政府", "--clerk", "李敏"}, {"import", list}, {"add", notice("一")}, {"add", notice("二")}} {
		if code, out, errs := call(t, "", append([]string{args[0], "--data", data}, args[1:]...)...); code != command.OK && !strings.Contains(out+errs, "已登记") {
			t.Fatalf("%v: exit %d %s%s", args, code, out, errs)
		}
	}
	d, _, p, err := openDesk(ctx, data)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(ctx)
	rows := must(d.Inquire.Page(ctx, inquire.Filter{}, inquire.Cursor{}, 10)).Rows
	if len(rows) != 2 {
		t.Fatalf("%d notices", len(rows))
	}
	const before, after = "盼在收到后【天数】个工作日内函告结果。", "请在【天数】个工作日内书面答复为盼。"
	issue := func(i int, words string) (decide.Issued, string) {
		t.Helper()
		if err := d.Upkeep.ChangeSentence(ctx, "text/reply", words); err != nil {
			t.Fatal(err)
		}
		out, err := d.Decide.Issue(ctx, decide.Request{Notice: rows[i].ID, Evidence: true})
		if err != nil {
			t.Fatal(err)
		}
		return out, printedText(t, out.PDF)
	}
	first, firstText := issue(0, before)
	gas := func(edition string) []byte {
		t.Helper()
		s := papertest.Gas()
		s.Wording = must(d.Upkeep.WordingOf(ctx, edition))
		return must(p.Print(ctx, paper.KindFeedback, s, true)).PDF
	}
	gasThen := gas(first.Paper.Edition)
	second, secondText := issue(1, after)

	if !strings.Contains(firstText, "盼在收到后5个工作日内函告结果。") || !strings.Contains(secondText, "请在5个工作日内书面答复为盼。") {
		t.Errorf("the papers do not say it in the office's words:\n%s\n%s", firstText, secondText)
	}
	if first.Paper.Edition == second.Paper.Edition || !strings.Contains(firstText, "版式"+first.Paper.Edition) || !strings.Contains(secondText, "版式"+second.Paper.Edition) {
		t.Errorf("editions %q and %q are not printed", first.Paper.Edition, second.Paper.Edition)
	}
	kept := must(d.Decide.PDF(ctx, first.Paper.ID))
	if !bytes.Equal(kept, first.PDF) {
		t.Error("the first paper is no longer as it was printed")
	}
	if r := must(pdf.Verify(kept)); r.State != pdf.Consistent || r.Record.Facts.Layout != first.Paper.Edition {
		t.Errorf("verify: %s, edition %s", r.Message, r.Record.Facts.Layout)
	}
	if !bytes.Equal(gas(first.Paper.Edition), gasThen) {
		t.Error("a paper written again with the wording of then has other bytes")
	}
	if bytes.Equal(gas(second.Paper.Edition), gasThen) {
		t.Error("the wording of now prints what that of then did")
	}

	was := must(d.Upkeep.Wordings(ctx))
	repaired := must(d.Upkeep.Repair(ctx, nil))
	if now := must(d.Upkeep.Wordings(ctx)); len(repaired.Changed) > 0 || !reflect.DeepEqual(was, now) {
		t.Errorf("a repair changed %v", repaired.Changed)
	}
	if _, err := d.Upkeep.WordingOf(ctx, "1-12345678"); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("an unknown edition: %v", err)
	}
}

// printedText is the text of a file as it is printed, without blanks.
func printedText(t *testing.T, data []byte) string {
	t.Helper()
	r, err := pdf.Verify(data)
	if err != nil || r.State != pdf.Consistent {
		t.Fatalf("verify: %v %s", err, r.Message)
	}
	var b strings.Builder
	for _, p := range r.Record.Papers {
		for _, f := range p.Facts {
			b.WriteString(f.Text + "\n")
		}
	}
	return strings.NewReplacer(" ", "", "\u3000", "").Replace(b.String())
}
