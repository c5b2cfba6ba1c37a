package paper

import (
	"os"
	"strings"
	"testing"

	"yidanqing/app"
)

// words reads the wording that ships with the program.
func words(tb testing.TB) *Wording {
	tb.Helper()
	data, err := os.ReadFile("../../assets/wording/paper.json")
	if err != nil {
		tb.Fatal(err)
	}
	w, err := LoadWording(data)
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

func TestWordingKnowsEveryPrintedCode(t *testing.T) {
	w := words(t)
	for _, code := range []string{
		"TAKEN_BACK", "NOT_ON_LIST", "LEAD_SHIFTED", "OVER_SCOPE", "CERTIFICATE", "PLEDGE", "FORCED_APP", "APPORTIONED",
		"DUPLICATE_FORM", "INSPECTION_UNPLANNED", "CAMPAIGN_UNAPPROVED", "SECONDMENT", "MEETING_RULES", "VAGUE", "RANKING",
		"VETO", "EXCESS_TRACES", "DEADLINE_SHORT", "STRICTER_THAN_SOURCE", "*",
	} {
		if w.Codes[code].Point == "" {
			t.Errorf("no wording for %s", code)
		}
	}
}

func TestWordingIsCheckedWhenRead(t *testing.T) {
	data, err := os.ReadFile("../../assets/wording/paper.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ old, new, want string }{
		"forbidden word":   {"建议取消该项证明", "你局违规，应取消", "违规"},
		"missing sentence": {`"draft": "送审稿"`, `"draft": ""`, "draft"},
		"unknown key":      {`"titles"`, `"titels"`, "读不出来"},
		"not JSON":         {`{`, `[`, "读不出来"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := LoadWording([]byte(strings.Replace(string(data), c.old, c.new, 1)))
			if err == nil || !strings.Contains(app.ErrorMessage(err), c.want) {
				t.Fatalf("got %v, want a message with %q", err, c.want)
			}
		})
	}
}

func TestUnfitWordsOutsideQuotationsOnly(t *testing.T) {
	w := words(t)
	for text, want := range map[string]string{
		"第1项建议取消。":           "",
		"该要求不合理，我镇拒绝承担。":     "拒绝 不合理",
		"来文要求“拒绝入户的上报”，建议取消": "",
		"见《违规处理办法》":          "",
		"来文说“收到":             "",
		"“违规收费由贵局查处":         "违规",
		"见所附事项拒接反馈单":         "",
		"现予拒接":               "拒接",
	} {
		got := w.Unfit(text)
		var wantList []string
		if want != "" {
			wantList = strings.Fields(want)
		}
		if len(got) != len(wantList) {
			t.Errorf("%q: got %q, want %q", text, got, wantList)
			continue
		}
		for _, x := range wantList {
			if !strings.Contains(strings.Join(got, " "), x) {
				t.Errorf("%q: got %q, want %q", text, got, wantList)
			}
		}
	}
}

func TestFillLeavesOutWhatHasNoData(t *testing.T) {
	v := map[string]string{"a": "甲", "b": "乙"}
	for template, want := range map[string]string{
		"{a}在前[，{b}在后]。":  "甲在前，乙在后。",
		"{a}在前[，{c}在后]。":  "甲在前。",
		"{c}在前|只有{b}":     "只有乙",
		"{c}|{d}":         "",
		"没有空格[全部固定]":      "没有空格全部固定",
		"{a":              "{a",
		"[{a}][{c}]第{b}项": "甲第乙项",
	} {
		if got := fill(template, v); got != want {
			t.Errorf("%q: got %q, want %q", template, got, want)
		}
	}
}
