package paper

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
)

// TestShippedSentencesPassTheirOwnCheck also proves that the two notations say the same.
func TestShippedSentencesPassTheirOwnCheck(t *testing.T) {
	w := words(t)
	all := w.Sentences()
	if len(all) < 100 {
		t.Fatalf("only %d sentences can be changed", len(all))
	}
	labels := map[string]bool{}
	for _, s := range all {
		if err := w.CheckSentence(app.OwnSentence{Name: s.Name, Text: s.Shipped}); err != nil {
			t.Errorf("%s: %v\n%s", s.Name, err, s.Shipped)
		}
		coded, _, fault := readWritten(s.Shipped)
		if want := strings.TrimSuffix(w.coded(s.Name), "|"); fault != nil || coded != want {
			t.Errorf("%s: read as %q, shipped %q", s.Name, coded, want)
		}
		for _, f := range s.Fields {
			if f.Means == "" || f.Like == "" {
				t.Errorf("%s: field %s is not explained", s.Name, f.Name)
			}
		}
		if labels[s.Paper+s.Label] || strings.HasPrefix(s.Label, "：") {
			t.Errorf("%s: the label %s：%s stands twice or is empty", s.Name, s.Paper, s.Label)
		}
		labels[s.Paper+s.Label] = true
		if w.Try(app.OwnSentence{Name: s.Name, Text: s.Shipped}) == "" {
			t.Errorf("%s: the example is empty", s.Name)
		}
	}
	with, left := w.With(asWritten(all))
	if len(left) > 0 || with.Version != w.Version {
		t.Errorf("the shipped words as own ones: left %v, version %s", left, with.Version)
	}
}

func asWritten(all []WordingSentence) app.OwnWording {
	var out app.OwnWording
	for _, s := range all {
		out = append(out, app.OwnSentence{Name: s.Name, Text: s.Shipped})
	}
	return out
}

func TestEverySentenceIsOfferedOrFixed(t *testing.T) {
	w := words(t)
	offered := map[string]bool{}
	for _, s := range w.Sentences() {
		offered[s.Name] = true
	}
	for _, name := range textNames {
		if offered["text/"+name] == slices.Contains(fixedTexts, name) {
			t.Errorf("text/%s: put it into a group of wording_catalogue.go, or among fixedTexts if no office may change it", name)
		}
	}
}

func TestSentencesOfAnOffice(t *testing.T) {
	w := words(t)
	for name, c := range map[string]struct {
		sentence, text string
		want           string // part of what is said; empty: accepted
		line, column   int
	}{
		"other words":         {"text/reply", "盼在【天数】个工作日内函告结果。", "", 0, 0},
		"two ways":            {"text/letter_note", "（经办人：【经办】，联系电话：【电话】）\n（经办人：【经办】）", "", 0, 0},
		"half-width stretch":  {"text/letter_note", "（联系人：【经办】{，电话：【电话】}）", "", 0, 0},
		"known anyway":        {"text/keep_on", "｛清单【部分】第【项】项。｝【我】照办，【您方】可随时来电｛，【时限】前办完｝。\n｛清单【部分】第【项】项。｝【我】照办｛，【时限】前办完｝。", "", 0, 0},
		"empty":               {"text/reply", " \n", "没有写字", 0, 0},
		"field not closed":    {"text/reply", "请于收到之日起【天数个工作日内答复。", "没有配上“】”", 1, 8},
		"field in a field":    {"text/reply", "请于【【天数】】日内", "没有配上“】”", 1, 3},
		"field not opened":    {"text/reply", "请于\n天数】个工作日内", "前面没有“【”", 2, 3},
		"field without name":  {"text/reply", "请于【 】个工作日内", "没有字段名", 1, 3},
		"unknown field":       {"text/reply", "请于【天教】个工作日内答复。", "没有【天教】这个字段，可以用【天数】。", 1, 3},
		"field of another":    {"text/reply", "请【您方】于【天数】个工作日内答复。", "不能填【您方】", 1, 2},
		"no fields at all":    {"text/no_deadline", "来文【时限】未写明。", "没有字段", 1, 3},
		"stretch not closed":  {"text/letter_note", "（联系人：【经办】｛，电话：【电话】）", "没有配上“｝”", 1, 10},
		"stretch in stretch":  {"text/letter_note", "｛（【经办】｛【电话】｝｝", "不能再有", 1, 7},
		"stretch not opened":  {"text/letter_note", "（【经办】｝", "前面没有“｛”", 1, 6},
		"stretch for nothing": {"text/letter_note", "（【经办】｛，电话见上｝）", "总会印出", 1, 12},
		"program's signs":     {"text/letter_note", "（【经办】[，电话【电话】]）", "不能用", 1, 6},
		"hidden character":    {"text/keep_on", "清单【部分】第【项】项。【我】不\u200b承担。", "印不出", 1, 17},
		"stand-in":            {"text/reply", "请于\ue000个工作日内答复【天数】", "印不出", 1, 3},

		"basis left out":       {"text/letter_against", "不合规定", "缺【依据】", 0, 0},
		"basis only sometimes": {"text/letter_item", "来文要求【原句】，【建议】｛（【第几项】，【说明】）｝。", "【第几项】时，【说明】会一起不印", 0, 0},
		"entry left out":       {"text/letter_taken", "该事项已由【承接】承接\n该事项已收回", "缺【部分】", 0, 0},
		"quotation left out":   {"text/means", "来文有关要求，【建议】。", "缺【原句】", 0, 0},
		"nothing at times":     {"text/keep_on", "清单【部分】第【项】项。【我】按清单职责办理｛，【时限】前完成｝。", "整句印不出来", 0, 0},
		"deadline left out":    {"text/letter_keep", "【我】按清单“【部分】”第【项】项办理【原句】。\n【我】办理【原句】。", "缺【时限】", 0, 0},

		"cooperation refused":      {"text/keep_on", "｛清单【部分】第【项】项。｝【我】不承担｛，【时限】前完成｝。", "不能写“不承担”", 0, 0},
		"refused over a stretch":   {"text/keep_on", "｛清单【部分】第【项】项。｝【我】不｛在【时限】｝承担。", "不能写“不承担”", 0, 0},
		"refused over a blank":     {"codes/PLEDGE/keep", "【我】不 再 承 担有关工作", "不能写“不再承担”", 0, 0},
		"refused to the superior":  {"text/plain_question", "来文要求“【原句】”，我镇不予办理。", "不能写“不予”", 0, 0},
		"kept matter given up":     {"text/means", "来文要求“【原句】”，【建议】，予以退回。", "不能写“退回”", 0, 0},
		"word that is unfit":       {"text/letter_off", "该要求不合理", "“不合理”不宜", 0, 0},
		"too many ways":            {"text/letter_note", strings.Repeat("（【经办】｛【电话】｝）\n", 5), "最多 4 种", 5, 1},
		"too long":                 {"text/reply", "请于【天数】个工作日内答复" + strings.Repeat("。", 200), "最多 200 字", 1, 200},
		"too long to be spoken":    {"text/talk_doubt_ask", strings.Repeat("能否明确", 20), "最多 60 字", 1, 60},
		"two ways without fields":  {"text/no_deadline", "来文未写明时限。\n来文没有写明时限。", "请写在一行里", 2, 1},
		"sentence of the decision": {"text/not_borne", "承担", "没有可改的语句", 0, 0},
		"proof":                    {"text/proof_tells", "已核对。", "没有可改的语句", 0, 0},
		"mark of a copy":           {"text/twin", "正本", "没有可改的语句", 0, 0},
		"locked point":             {"codes/TAKEN_BACK/point", "不归我镇", "没有可改的语句", 0, 0},
		"rule's own advice":        {"codes/PLEDGE/ask", "建议取消", "没有可改的语句", 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			err := w.CheckSentence(app.OwnSentence{Name: c.sentence, Text: c.text})
			if c.want == "" {
				if err != nil {
					t.Fatalf("refused: %v", err)
				}
				return
			}
			said := app.ErrorMessage(err)
			var f *Fault
			if errors.As(err, &f) {
				said = f.Error()
				if f.Line != c.line || f.Column != c.column {
					t.Errorf("place %d,%d, want %d,%d: %s", f.Line, f.Column, c.line, c.column, said)
				}
			}
			if err == nil || !strings.Contains(said, c.want) {
				t.Errorf("said %q, want %q in it", said, c.want)
			}
		})
	}
}

func TestOwnSentencesMakeAnEditionOfTheirOwn(t *testing.T) {
	w := words(t)
	a := app.OwnSentence{Name: "text/reply", Text: "盼在【天数】个工作日内函告结果。"}
	b := app.OwnSentence{Name: "text/no_deadline", Text: "来文没有写明时限。"}
	one, _ := w.With(app.OwnWording{a, b})
	two, _ := w.With(app.OwnWording{b, a})
	if one.Version != two.Version || one.Version == w.Version || !strings.HasPrefix(one.Version, w.Version+"-") {
		t.Errorf("versions %s, %s, shipped %s", one.Version, two.Version, w.Version)
	}
	if w.Text["reply"] == one.Text["reply"] || w.Text["reply"] == "" {
		t.Error("the shipped wording was changed, or the own one not taken")
	}
	with, left := w.With(app.OwnWording{a, {Name: "text/keep_on", Text: "【我】不承担。"}, {Name: "text/of_a_later_version", Text: "什么"}})
	if !slices.Equal(left, []string{"text/keep_on", "text/of_a_later_version"}) || with.Text["keep_on"] != w.Text["keep_on"] {
		t.Errorf("left %v, keep_on %q", left, with.Text["keep_on"])
	}
	if only, _ := w.With(app.OwnWording{a}); only.Version != with.Version {
		t.Error("a sentence that was not taken changed the version")
	}
}

func TestChangedCodesLeaveTheOtherSentencesOfTheCode(t *testing.T) {
	w := words(t)
	with, left := w.With(app.OwnWording{{Name: "codes/VETO/keep", Text: "【我】照常做好有关工作"}, {Name: "talks/VETO/ask", Text: "能否不用“一票否决”"},
		{Name: "month/VETO/advice", Text: "设“一票否决”的【项】项，建议改为日常督促。"}, {Name: "village/CERTIFICATE/keep", Text: "【我】如实说明知道的情况"}})
	if len(left) > 0 {
		t.Fatalf("left %v", left)
	}
	if c := with.Codes["VETO"]; c.Keep != "{我}照常做好有关工作" || c.Point != w.Codes["VETO"].Point || w.Codes["VETO"].Keep == c.Keep {
		t.Errorf("codes: %+v", c)
	}
	if c := with.Talks["VETO"]; c.Ask != "能否不用“一票否决”" || c.Fact != w.Talks["VETO"].Fact {
		t.Errorf("talks: %+v", c)
	}
	if c := with.Month["VETO"]; c.Advice != "设“一票否决”的{项}项，建议改为日常督促。" || c.Title != w.Month["VETO"].Title {
		t.Errorf("month: %+v", c)
	}
	if with.Village["CERTIFICATE"].Keep != "{我}如实说明知道的情况" {
		t.Errorf("village: %+v", with.Village["CERTIFICATE"])
	}
}

// FuzzSentence: reading ends without a panic and names a place within the text; what is accepted reads the same written again
// and never loses a fact that the shipped sentence tells.
func FuzzSentence(f *testing.F) {
	w := words(f)
	names := []string{"text/letter_item", "text/keep_on", "text/letter_note", "talks/TAKEN_BACK/fact", "codes/LEAD_SHIFTED/question"}
	for i, n := range names {
		f.Add(uint8(i), written(w.coded(n)))
	}
	for _, text := range []string{"【", "】", "【】", "｛", "｝", "｛｝", "｛【经办】", "【经办】｛【电话】｝｝", "\n\n【经办】\r\n", "【【经办】】", "a|b", "[【经办】]", "\u200b【经办】\ufffd", "𠮷【经办】😀", "【经办】" + strings.Repeat("｛【电话】｝", 40)} {
		f.Add(uint8(2), text)
	}
	f.Fuzz(func(t *testing.T, at uint8, text string) {
		name := names[int(at)%len(names)]
		err := w.CheckSentence(app.OwnSentence{Name: name, Text: text})
		var fault *Fault
		if errors.As(err, &fault) {
			if lines := strings.Count(text, "\n") + 1; fault.Line > lines || fault.Line < 0 || fault.Column < 0 || fault.Words == "" {
				t.Fatalf("place %d,%d of %d lines: %q", fault.Line, fault.Column, lines, fault.Words)
			}
			return
		}
		coded, _, bad := readWritten(text)
		if bad != nil {
			t.Fatalf("accepted and unreadable: %v", bad)
		}
		again, _, bad := readWritten(written(coded))
		if bad != nil || again != coded {
			t.Fatalf("%q came back as %q, %v", coded, again, bad)
		}
		values := map[string]string{}
		for _, n := range fieldsOf(w.coded(name)) {
			values[n] = "〈" + n + "〉"
		}
		was, now := fill(w.coded(name), values), fill(coded, values)
		for n, v := range values {
			if known, _ := fieldNamed(n); known.Must && strings.Contains(was, v) && !strings.Contains(now, v) {
				t.Fatalf("%q lost %s", text, n)
			}
		}
	})
}
