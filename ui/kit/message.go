package kit

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// Trouble is what an error dialog says, in three fixed rows. An empty row is left out.
type Trouble struct {
	Title string
	What  string // 发生了什么
	Kept  string // 已保住的
	Try   string // 您可以
	Code  string
}

// TroubleOf reads an error for the dialog: the message of the first app.Error is split at its sentences, of which the
// last that begins with 请 or 您可以 is the advice and one that speaks of what stands is 已保住的.
func TroubleOf(title string, err error) Trouble {
	t := Trouble{Title: title, Code: string(app.ErrorCode(err))}
	var what []string
	for _, s := range sentences(app.ErrorMessage(err)) {
		switch {
		case t.Try != "" || strings.HasPrefix(s, "请") || strings.HasPrefix(s, "您可以") || strings.HasPrefix(s, "可"):
			t.Try += s
		case keeps(s):
			before, kept := parted(s)
			t.Kept += kept
			if before != "" {
				what = append(what, before)
			}
		default:
			what = append(what, s)
		}
	}
	t.What = strings.Join(what, "")
	return t
}

func keeps(s string) bool {
	for _, w := range []string{"未变", "未动", "未导入", "未受影响", "不变", "没有改动", "未作改动", "已保", "已存", "仍在", "保留", "没有保存任何", "未保存"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// parted splits a sentence before its first clause that says what stands: 数据没有写成功，|已有记录未受影响。
func parted(s string) (before, kept string) {
	at := 0
	for i, r := range s {
		if r != '，' {
			continue
		}
		if keeps(s[at:i]) {
			break
		}
		at = i + len("，")
	}
	if at == 0 {
		return "", s
	}
	return strings.TrimSuffix(s[:at], "，") + "。", s[at:]
}

func sentences(s string) []string {
	var out []string
	at := 0
	for i, r := range s {
		if r == '。' || r == '；' {
			out = append(out, s[at:i+len(string(r))])
			at = i + len(string(r))
		}
	}
	if at < len(s) {
		out = append(out, s[at:])
	}
	return out
}

// IsSecret tells whether a text was not taken in because of a secrecy mark.
func IsSecret(err error) bool {
	var e *app.Error
	return errors.As(err, &e) && e.Code == app.CodeSecret
}

// NewTroubleBody is the body of an error dialog.
func NewTroubleBody(t Trouble) fyne.CanvasObject {
	var rows []Slot
	add := func(label, words string) {
		if words == "" {
			return
		}
		rows = append(rows, Fit(Row(8,
			Wide(76, NewLabel(label, theme.Body, theme.ColorText3)).AtStart(),
			Grow(NewPara(words, theme.Body, theme.ColorText)))))
	}
	add("发生了什么", t.What)
	add("已保住的", t.Kept)
	add("您可以", t.Try)
	if t.Code != "" && t.Code != string(app.CodeSecret) {
		rows = append(rows, Fit(NewLabel("错误代号 "+strings.ToUpper(t.Code), theme.Remark, theme.ColorText3)))
	}
	return Pad(16, 12, Column(8, rows...))
}
