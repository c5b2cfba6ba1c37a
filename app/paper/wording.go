package paper

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"

	"yidanqing/app"
)

// Wording holds the sentences of the documents (文书用语), read from data so that an office can have them changed
// without a new program. Placeholders stand in braces and are filled from the record.
type Wording struct {
	// Version is 版式: it changes when a printed word or place changes. An office's own words add to it.
	Version   string              `json:"version"`
	Titles    []string            `json:"titles"`    // titles that P1 may carry; the first is the usual one
	Forbidden []string            `json:"forbidden"` // words that never stand on a document outside quotations
	You       []Form              `json:"you"`       // address of the other side by the last characters of its name
	YouElse   string              `json:"you_else"`
	Short     []Abbreviation      `json:"short"`
	Codes     map[string]Sentence `json:"codes"`
	// Village are the sentences of a village or community where they differ from those of a town.
	Village map[string]Sentence `json:"village"`
	// Talks are the sentences of the message of 先沟通, by finding code.
	Talks map[string]TalkSentence `json:"talks"`
	Month map[string]MonthWords   `json:"month"` // of the monthly report, by code; each code but * has them
	Text  map[string]string       `json:"text"`  // single sentences by name
}

// MonthWords are what the monthly report says of a finding code.
type MonthWords struct {
	Title  string `json:"title"`  // at most ten characters
	Advice string `json:"advice"` // what is suggested
}

// Form gives the address for names that end in End: 局 -> 贵局.
type Form struct {
	End  string `json:"end"`
	Form string `json:"form"`
}

// Abbreviation is a document that is named often: Full in the basis of a rule, Short in tables, Note once below them.
type Abbreviation struct {
	Full  string `json:"full"`
	Short string `json:"short"`
	Note  string `json:"note"`
}

// Sentence is what the documents say of one finding code.
type Sentence struct {
	Point    string `json:"point"`    // 不符之处, a few words
	Ask      string `json:"ask"`      // what is asked of the sender: 建议取消
	Change   string `json:"change"`   // 建议调整, for a means inside a duty that the office keeps
	Keep     string `json:"keep"`     // what the office still does when it hands the matter back
	Question string `json:"question"` // what a superior body is asked to make clear
	Request  string `json:"request"`  // 请求事项 of P3
	// Variants say it in the words of the notice: the first whose When is in the quotation replaces what it names.
	Variants []Variant `json:"variants,omitempty"`
}

// Variant is a closer wording for some quotations; empty sentences leave the usual one.
type Variant struct {
	When   []string `json:"when"` // words, one of which is quoted
	Point  string   `json:"point,omitempty"`
	Ask    string   `json:"ask,omitempty"`
	Change string   `json:"change,omitempty"`
}

// In is the sentence for a quotation.
func (s Sentence) In(quote string) Sentence {
	for _, v := range s.Variants {
		for _, word := range v.When {
			if !strings.Contains(quote, word) {
				continue
			}
			s.Point, s.Ask, s.Change = cmp.Or(v.Point, s.Point), cmp.Or(v.Ask, s.Ask), cmp.Or(v.Change, s.Change)
			return s
		}
	}
	return s
}

// LoadWording reads and checks wording data. An error names the entry that is missing or holds a forbidden word.
func LoadWording(data []byte) (*Wording, error) {
	var w Wording
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&w); err != nil {
		return nil, app.WrapError(app.CodeDamaged, err, "文书用语文件读不出来。请恢复随软件安装的用语文件。")
	}
	if err := w.check(); err != nil {
		return nil, app.WrapError(app.CodeInvalid, err, "文书用语文件有误：%s。请恢复随软件安装的用语文件。", err)
	}
	return &w, nil
}

// check tells what the data lacks.
func (w *Wording) check() error {
	if w.Version == "" || len(w.Titles) == 0 || w.YouElse == "" {
		return fmt.Errorf("缺少 version、titles 或 you_else")
	}
	for _, name := range textNames {
		if w.Text[name] == "" {
			return fmt.Errorf("缺少语句 %s", name)
		}
	}
	for _, codes := range []map[string]Sentence{w.Codes, w.Village} {
		for _, code := range sortedKeys(codes) {
			if err := w.checkSentence(codes[code]); err != nil {
				return fmt.Errorf("代码 %s %w", code, err)
			}
		}
	}
	if err := w.checkTalks(); err != nil {
		return err
	}
	for _, code := range sortedKeys(w.Codes) {
		if m := w.Month[code]; code != "*" && (m.Title == "" || m.Advice == "") {
			return fmt.Errorf("月报缺少代码 %s 的用语", code)
		}
		if bad := w.Unfit(w.Month[code].Title + w.Month[code].Advice); len(bad) > 0 {
			return fmt.Errorf("月报代码 %s 用了“%s”", code, bad[0])
		}
	}
	for _, name := range sortedKeys(w.Text) {
		if bad := w.Unfit(w.Text[name]); len(bad) > 0 {
			return fmt.Errorf("语句 %s 用了“%s”", name, bad[0])
		}
	}
	return nil
}

// checkSentence tells what the sentence of a code lacks.
func (w *Wording) checkSentence(s Sentence) error {
	all := []string{s.Point, s.Ask, s.Change, s.Keep, s.Question, s.Request}
	if slices.Contains(all, "") {
		return fmt.Errorf("的语句不全")
	}
	for _, v := range s.Variants {
		if len(v.When) == 0 {
			return fmt.Errorf("有一种说法没有写明用在何处")
		}
		all = append(all, v.Point, v.Ask, v.Change)
	}
	for _, text := range all {
		if bad := w.Unfit(text); len(bad) > 0 {
			return fmt.Errorf("用了“%s”", bad[0])
		}
	}
	return nil
}

// sentence is what is said of a code by an office of this kind.
func (w *Wording) sentence(o app.Office, code string) Sentence {
	if s, ok := w.Village[code]; ok && o.Grassroots() {
		return s
	}
	if s, ok := w.Codes[code]; ok {
		return s
	}
	return w.Codes["*"]
}

// Unfit lists the forbidden words in text, outside quotations and outside the titles that a document may carry.
func (w *Wording) Unfit(text string) []string {
	for _, t := range w.Titles {
		text = strings.ReplaceAll(text, t, "")
	}
	text = unquoted(text)
	var out []string
	for _, f := range w.Forbidden {
		if strings.Contains(text, f) && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// unquoted drops what stands in “…” and 《…》. A mark without its partner hides nothing.
func unquoted(s string) string {
	if strings.Count(s, "“") != strings.Count(s, "”") || strings.Count(s, "《") != strings.Count(s, "》") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '“', '《':
			depth++
		case '”', '》':
			if depth > 0 {
				depth--
				continue
			}
		}
		if depth == 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
