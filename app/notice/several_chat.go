package notice

import (
	"strings"
	"unicode/utf8"

	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Lines that a chat program puts above a message when it is copied: who wrote it and when.
//
//	县住建局 张明 2026-11-24 09:12:33     2026/11/24 9:12 县应急局-李伟     县水利局王强 09:30
var (
	reNamed    = pattern.MustCompile(`^([^\d,。;!?:“”《》][^,。;!?:“”《》]{1,29}?)[\s\x{3000}]+(?:((?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|今天|昨天)\s*)?(\d{1,2}):(\d{2})(?::\d{2})?$`)
	reStamped  = pattern.MustCompile(`^(?:((?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|今天|昨天)\s*)?(\d{1,2}):(\d{2})(?::\d{2})?[\s\x{3000}]+([^\d,。;!?:“”《》][^,。;!?:“”《》]{1,29})$`)
	reDayWords = pattern.MustCompile(`^(?:(20\d\d)[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$`)
	// reReceipt are answers in a chat that ask nothing.
	reReceipt = pattern.MustCompile(`^(?:收到|好的?|ok|明白|知道了|谢谢|辛苦|已阅|了解|嗯|行)[^,。;]{0,8}[。!~]*$`)
)

// message is the head of a message: who wrote it, when.
type message struct {
	org  string // empty: the name says of no body
	day  app.Date
	hour string
}

// readMessageHead reads a line that only names writer and time.
func readMessageHead(l rawLine, today app.Date) (message, bool) {
	s := strings.ReplaceAll(strings.TrimSpace(l.raw), "：", ":")
	if len(s) > 120 {
		return message{}, false
	}
	var name, day, hour, minute string
	if g := reNamed.FindStringSubmatch(s); g != nil {
		name, day, hour, minute = g[1], g[2], g[3], g[4]
	} else if g := reStamped.FindStringSubmatch(s); g != nil {
		day, hour, minute, name = g[1], g[2], g[3], g[4]
	} else {
		return message{}, false
	}
	if len(hour) == 1 {
		hour = "0" + hour
	}
	m := message{org: bodyIn(name), day: messageDay(day, today), hour: hour + ":" + minute}
	if hour > "23" || minute > "59" {
		return message{}, false
	}
	return m, true
}

// messageDay is the day of a stamp: without a year the last such day; zero where none is written.
func messageDay(words string, today app.Date) app.Date {
	switch words {
	case "今天":
		return today
	case "昨天":
		return today.AddDays(-1)
	}
	g := reDayWords.FindStringSubmatch(words)
	if g == nil {
		return app.Date{}
	}
	year := g[1]
	if year == "" {
		year = today.String()[:4]
	}
	pad := func(s string) string { return strings.Repeat("0", 2-len(s)) + s }
	d, err := app.ParseDate(year + "-" + pad(g[2]) + "-" + pad(g[3]))
	if err != nil {
		return app.Date{}
	}
	if g[1] == "" && today.Before(d) {
		d.Year--
	}
	if !d.Valid() {
		return app.Date{}
	}
	return d
}

// bodyIn is the body that a name in a chat begins or ends with: 县住建局 of 县住建局-张明 and of 张明（县住建局）.
func bodyIn(name string) string {
	for _, part := range strings.FieldsFunc(text.New(strings.NewReplacer(" ", "-", "\u3000", "-").Replace(name)).String(), func(r rune) bool {
		return !text.Han(r)
	}) {
		r := []rune(part)
		for end := len(r); end >= 2; end-- {
			if (orgLike(r[:end]) || knownShort(r[:end])) && personEnd(r[:end]) == 0 {
				return string(r[:end])
			}
		}
	}
	return ""
}

// messageHead is the head of the message that a text begins with.
func messageHead(lines []rawLine, today app.Date) (message, bool) {
	for _, l := range lines {
		if l.norm != "" {
			return readMessageHead(l, today)
		}
	}
	return message{}, false
}

// messages parts a copied chat where different bodies wrote to it; one piece or none where that is not certain: text
// before the first head, a writer who names no body and says more than 收到.
func messages(lines []rawLine, today app.Date) []Piece {
	type group struct {
		message
		from, to int
	}
	var groups []group
	for k, l := range lines {
		m, ok := readMessageHead(l, today)
		if !ok {
			if l.norm != "" && len(groups) == 0 {
				return nil
			}
			if n := len(groups); n > 0 {
				groups[n-1].to = k + 1
			}
			continue
		}
		groups = append(groups, group{m, k, k + 1})
	}
	var kept []group
	for _, g := range groups {
		n := len(kept)
		words := ""
		for _, l := range lines[g.from+1 : g.to] {
			words += l.norm
		}
		receipt := words == "" || utf8.RuneCountInString(words) <= 14 && reReceipt.MatchString(words)
		switch {
		case n > 0 && (receipt || kept[n-1].org == g.org): // an answer, or the same body goes on
			kept[n-1].to = g.to
		case receipt || g.org == "":
			return nil
		default:
			kept = append(kept, g)
		}
	}
	var out []Piece
	for _, g := range kept {
		p := Piece{Text: joinRaw(lines[g.from:g.to])}
		if !g.day.IsZero() {
			p.Day, p.Hour = g.day, g.hour
		}
		out = append(out, p)
	}
	return out
}

// WithoutHead is a text without the line that names writer and time of a message, where it begins with one.
func WithoutHead(raw string) string {
	first, rest, ok := strings.Cut(strings.TrimLeft(raw, " \t\r\n"), "\n")
	if _, head := readMessageHead(rawLine{raw: first}, app.Date{Year: 2000, Month: 1, Day: 1}); ok && head && strings.TrimSpace(rest) != "" {
		return rest
	}
	return raw
}
