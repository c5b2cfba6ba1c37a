package text

import (
	"strings"
	"testing"
)

func TestFoldingKeepsTheWayBack(t *testing.T) {
	raw := "各乡镇：\n　　请于１２月２５日 前，把“名单”报来🙏。\n收到请回复"
	x := New(raw)
	if got, want := x.String(), "各乡镇:\n请于12月25日前,把“名单”报来。\n收到请回复"; got != want {
		t.Fatalf("folded\n got %q\nwant %q", got, want)
	}
	at := strings.Index(x.String(), "12月25日前")
	from := len([]rune(x.String()[:at]))
	e := x.Evidence(from, from+7)
	if e.Text != "１２月２５日 前" || string([]rune(raw)[e.Start:e.End]) != e.Text {
		t.Fatalf("evidence %+v", e)
	}
}

func TestTraditionalTextIsFolded(t *testing.T) {
	raw := "請各鄉鎮于今日18時前將關(guān)于旱災的情況(含戶數)上報縣防汛辦(bàn )公室"
	x := New(raw)
	if got, want := x.String(), "请各乡镇于今日18时前将关于旱灾的情况(含户数)上报县防汛办公室"; got != want {
		t.Fatalf("folded\n got %q\nwant %q", got, want)
	}
	at := len([]rune("请各乡镇于今日18时前将"))
	if e := x.Evidence(at, at+2); e.Text != "關(guān)于" {
		t.Fatalf("evidence %+v", e)
	}
}

func TestHardBreaksAreJoined(t *testing.T) {
	whole := "现将市局通知转发给你们。请柳河镇、石桥镇组织监测员对北坡、黄土岭等7处登记在册的点位雨后再看一遍,重点看裂缝有无加宽、墙体有无歪斜、泉水有无变浑,填好巡查记录,有变化马上先撤人再报告。"
	var b strings.Builder
	for i, r := range []rune(whole) {
		if i > 0 && i%28 == 0 {
			b.WriteByte('\n')
		}
		b.WriteRune(r)
	}
	if got := New(b.String()).String(); got != New(whole).String() {
		t.Fatalf("got %q", got)
	}
}

func TestAMarkThatBeginsNoLineIsJoined(t *testing.T) {
	if got, want := New("月底前完成。\n二\n、节令食品专项抽样\n，请配合").String(), "月底前完成。\n二、节令食品专项抽样,请配合"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestParagraphsStayApart(t *testing.T) {
	for _, raw := range []string{
		"清河县住房和城乡建设局\n2026年3月2日",
		"各乡镇人民政府:\n一、加强巡查,发现冒烟点立即扑灭并在一网管平台报告火点情况\n二、严格处理",
		"关于做好岁末年初食品安全重点工作的通知\n各乡镇人民政府、街道办事处:",
	} {
		if got := New(raw).String(); strings.Count(got, "\n") != strings.Count(raw, "\n") {
			t.Errorf("%q became %q", raw, got)
		}
	}
}

func TestClausesKeepQuotesAndBracketsWhole(t *testing.T) {
	x := New("请各村(含社区,园区)签“不发病,不上访”保证;一户一张,按手印。")
	var got []string
	for _, c := range x.Clauses(0, x.Len()) {
		got = append(got, x.Slice(c.Start, c.End))
	}
	want := "请各村(含社区,园区)签“不发病,不上访”保证;|一户一张,|按手印。"
	if strings.Join(got, "|") != want {
		t.Fatalf("got %q", got)
	}
}

func FuzzNew(f *testing.F) {
	for _, s := range []string{"", "关于\n\n开展", "a\r\nb", "①一、(1)2.", "\xff\xfe", "𠮷野家🙏\u200d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := New(s)
		for i := range x.Norm {
			e := x.Evidence(i, i+1)
			if string(x.Raw[e.Start:e.End]) != e.Text {
				t.Fatalf("evidence %d", i)
			}
			if x.NormOffset(x.RawOffset(i)) != i {
				t.Fatalf("offset %d", i)
			}
		}
		_ = x.Sentences(0, x.Len())
		_ = x.Clauses(0, x.Len())
	})
}

func TestSouthernSpeechIsComparedAsTheCommonOne(t *testing.T) {
	x := New("八十岁以上自己住嘅老人家，唔使影相")
	if got, want := x.String(), "八十岁以上自己住的老人家,不使影相"; got != want {
		t.Fatalf("got %q want %q", got, want)
	}
	if e := x.Evidence(8, 9); e.Text != "嘅" {
		t.Fatalf("evidence %q", e.Text)
	}
}

func TestTraditionalCharactersAreComparedAsSimplified(t *testing.T) {
	x := New("請各街鎮鄉于今日下午18:00時前將旱災情況上報縣救災辦")
	if got, want := x.String(), "请各街镇乡于今日下午18:00时前将旱灾情况上报县救灾办"; got != want {
		t.Fatalf("got %q want %q", got, want)
	}
	if e := x.Evidence(0, 5); e.Text != "請各街鎮鄉" {
		t.Fatalf("evidence %q", e.Text)
	}
}
