package lexicon_test

import (
	"testing"

	"yidanqing/app"
	"yidanqing/app/lexicon"
	"yidanqing/app/text"
	"yidanqing/assets"
)

func mustRead(tb testing.TB) *lexicon.Lexicon {
	tb.Helper()
	l, err := lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func small(tb testing.TB, concepts string) *lexicon.Lexicon {
	tb.Helper()
	l, err := lexicon.Read(lexicon.Files{Concepts: []byte(concepts), Actions: []byte("penalize\t罚款;处罚"), Departments: []byte("住房和城乡建设局\t政府部门\t住建局;建设局"),
		Emergency: []byte("水位猛涨\t1\n巡堤\t0\n立即\turge\n等着用\tnot")})
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func found(l *lexicon.Lexicon, s string) []string {
	var out []string
	for _, h := range l.FindConcepts(text.New(s).Norm) {
		out = append(out, l.Concepts[h.ID].ID)
	}
	return out
}

func TestConceptsAreFoundByAllTheirNames(t *testing.T) {
	l := small(t, "特困人员\t民政\t特困人员;特困供养\t没儿没女;五保户\t低保\n低保\t民政\t最低生活保障\t吃低保\n冒领\t人社\t待遇冒领\t死了…领\n")
	for s, want := range map[string]string{"没儿没女的老人": "特困人员", "特困 人员": "特困人员", "家里吃低保的": "低保", "人死了还在领钱": "冒领"} {
		got := found(l, s)
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q gives %v, want %s", s, got, want)
		}
	}
	for _, s := range []string{"人死了。家属来领东西", "死了之后过了很久很久很久很久很久才领"} {
		if got := found(l, s); len(got) != 0 {
			t.Errorf("%q gives %v across a sentence or too far", s, got)
		}
	}
}

func TestTheLongestNameOfABodyCounts(t *testing.T) {
	l := mustRead(t)
	for name, want := range map[string]string{"清河县住房和城乡建设局燃气股": "住房和城乡建设局", "县住建局": "住房和城乡建设局", "县应急局": "应急管理局"} {
		b := l.Body(name)
		if b < 0 || l.Bodies[b].Name != want {
			t.Errorf("%s is not %s", name, want)
		}
	}
}

func TestEmergencyNeedsUrgencyForWeakWords(t *testing.T) {
	l := small(t, "甲\t民政\t甲乙\t丙丁\t\n")
	for s, want := range map[string]bool{"水位猛涨,各村撤人": true, "立即组织巡堤": true, "做好日常巡堤": false, "领导等着用,立即巡堤": false} {
		if yes, _, _ := l.Emergency(text.New(s).Norm); yes != want {
			t.Errorf("%q: %v", s, yes)
		}
	}
}

func TestALevelOfResponseIsAnEmergencyInEverySpelling(t *testing.T) {
	l, err := lexicon.Read(lexicon.Files{Emergency: assets.Emergency})
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]bool{"今日17时启动防汛三级应急响应": true, "县防办已启动Ⅳ级响应": true, "县防办已启动IV级响应": true, "健全分级响应机制": false,
		"【台风红色预警】今夜登陆": true, "守住不发生重大动物疫情底线,立即开展排查": false, "发现火情立即报告": false, "后山发生火情,立即报告": true} {
		if yes, _, _ := l.Emergency(text.New(s).Norm); yes != want {
			t.Errorf("%q: %v", s, yes)
		}
	}
}

func TestBadFilesAreNamed(t *testing.T) {
	_, err := lexicon.Read(lexicon.Files{Concepts: []byte("只有一列\n")})
	if app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("got %v", err)
	}
	if _, err = lexicon.Read(lexicon.Files{Concepts: []byte("甲\t乙\t丙丁\t\n甲\t乙\t丙丁\t\n")}); err == nil {
		t.Error("a repeated id passes")
	}
}
