package notice

import (
	"strings"
	"unicode/utf8"

	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Piece is one notice of what was pasted. Day and Hour are those of the chat message that it begins with; zero where
// none is written.
type Piece struct {
	Text string
	Day  app.Date
	Hour string // HH:MM
}

// maxSeveral is the longest text that is looked through for several notices, in bytes; a longer one is a book.
const maxSeveral = 1 << 20

// Several parts what was pasted at once into the notices that it holds, in their order. It parts only where it is
// certain: between two documents of which the first is signed and dated and the second has a title, a number or addressee
// of its own and is signed again, or between stamped messages of a chat that different bodies wrote. An annex, a
// forwarded document and whatever the text before it names stay with it. The words of all pieces are those of raw.
func Several(raw string, today app.Date) []Piece {
	if len(raw) > maxSeveral || !utf8.ValidString(raw) {
		return []Piece{{Text: raw}}
	}
	lines := splitLines(raw)
	if out := messages(lines, today); len(out) > 1 {
		return out
	}
	out := documents(lines)
	if m, ok := messageHead(lines, today); ok {
		out[0].Day, out[0].Hour = m.day, m.hour
	}
	return out
}

// rawLine is a line as pasted, with its line end, and folded.
type rawLine struct {
	raw  string
	norm string // of one line: no line feed in it
}

func splitLines(raw string) []rawLine {
	var out []rawLine
	for _, l := range strings.SplitAfter(raw, "\n") {
		if l != "" {
			out = append(out, rawLine{l, strings.ReplaceAll(text.New(l).String(), "\n", "")})
		}
	}
	return out
}

func joinRaw(lines []rawLine) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.raw)
	}
	return strings.Trim(b.String(), "\r\n")
}

// document is the head of a document within a text, from its letterhead to its addressee.
type document struct {
	title, number string
	addressed     bool
}

// Words that tie what follows to a document: it forwards, promulgates or encloses it.
var (
	reCarries  = pattern.MustCompile(`转发|印发|批转|转送|转报|附送|抄转|附件|附后|附表|全文如下|原文如下|内容如下`)
	reEnclosed = pattern.MustCompile(`^(?:附件?|附表|附录|附图)[一二三四五六七八九十\d]{0,3}(?:[:.、]|$|\D{1,40}$)`)
	reSignDate = pattern.MustCompile(`^((?:19|20)\d{2}|[二一][〇○零o0九]..)年.{1,3}月.{1,3}日$`)
	reOrgDate  = pattern.MustCompile(`^([\p{Han}、()]{4,40}?)((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)$`)
)

// documents parts a text between complete documents.
func documents(lines []rawLine) []Piece {
	var out []Piece
	from := 0
	for k := range lines {
		if !closes(lines, from, k) {
			continue
		}
		next := afterClosing(lines, k+1)
		if next >= len(lines) || !begins(lines[from:next], lines[next:]) {
			continue
		}
		out = append(out, Piece{Text: joinRaw(lines[from:next])})
		from = next
	}
	return append(out, Piece{Text: joinRaw(lines[from:])})
}

// closes tells whether line k is the date below the signature of the document that begins at from.
func closes(lines []rawLine, from, k int) bool {
	s := lines[k].norm
	if g := reOrgDate.FindStringSubmatch(s); g != nil {
		return orgLike([]rune(g[1]))
	}
	if !reSignDate.MatchString(s) {
		return false
	}
	for i := k - 1; i > from; i-- {
		if lines[i].norm == "" {
			continue
		}
		org := strings.TrimSuffix(strings.TrimSuffix(lines[i].norm, "(盖章)"), "(章)")
		return orgLike([]rune(org))
	}
	return false
}

// afterClosing passes what may follow a date: notes, contacts, copies, who printed it.
func afterClosing(lines []rawLine, k int) int {
	for ; k < len(lines); k++ {
		s := lines[k].norm
		if s == "" || reRule.MatchString(s) || reNote.MatchString(s) || reCopy.MatchString(s) || reContact.MatchString(s) {
			continue
		}
		break
	}
	return k
}

// begins tells whether rest surely begins with a document of its own after the document before.
func begins(before, rest []rawLine) bool {
	first, ok := readHead(before)
	if !ok {
		return false
	}
	words := ""
	for _, l := range before {
		words += l.norm
	}
	if reCarries.MatchString(words) {
		return false
	}
	next, ok := readHead(rest)
	if !ok || !next.addressed && next.number == "" || !signedLater(rest) {
		return false
	}
	if strings.Contains(words, about(next.title)) || next.number != "" && strings.Contains(words, next.number) {
		return false
	}
	return first.number != next.number || first.number == ""
}

// about is a title from its 关于 on: the body before it is often left out where a title is named.
func about(title string) string {
	for _, w := range []string{"关于", "關於"} {
		if i := strings.Index(title, w); i > 0 {
			return title[i:]
		}
	}
	return title
}

// headSearch is how many lines with words a head has at most.
const headSearch = 12

// readHead reads the head that a text begins with; false where it has no title, or begins with an annex.
func readHead(lines []rawLine) (document, bool) {
	var d document
	seen := 0
	for k := 0; k < len(lines) && seen < headSearch; k++ {
		s := lines[k].norm
		if s == "" {
			continue
		}
		seen++
		switch {
		case reEnclosed.MatchString(s), strings.ContainsAny(s, "。;"):
			return d, d.title != ""
		case d.number == "" && reNumber.MatchString(s) && !strings.Contains(s, "关于"):
			d.number = s
		case isAddressee(s):
			d.addressed = true
			return d, d.title != ""
		case d.title == "":
			title, n := titleAt(lines[k:])
			if n == 0 && !headWords(s) {
				return d, false
			}
			d.title, k = title, k+max(n-1, 0)
		default:
			return d, true
		}
	}
	return d, d.title != ""
}

// headWords tells a line that may stand above a title: letterhead, urgency, a rule.
func headWords(s string) bool {
	for _, tail := range []string{"文件", "便函", "(函)", "(通知)"} {
		s = strings.TrimSuffix(s, tail)
	}
	return orgLike([]rune(s)) || reUrgent.MatchString(s) || reRule.MatchString(s)
}

// titleAt reads a title of up to three lines: 关于…的通知, perhaps after the name of the body.
func titleAt(lines []rawLine) (title string, n int) {
	for ; n < 3 && n < len(lines); n++ {
		title += lines[n].norm
		if utf8.RuneCountInString(title) > 120 || strings.ContainsAny(title, "。;!?") {
			return "", 0
		}
		if reTitleAbout.MatchString(title) && reGenre.MatchString(title) && strings.Count(title, "《") == strings.Count(title, "》") {
			return title, n + 1
		}
	}
	return "", 0
}

// signedLater tells whether a text is signed and dated somewhere.
func signedLater(lines []rawLine) bool {
	for k := range lines {
		if closes(lines, 0, k) {
			return true
		}
	}
	return false
}
