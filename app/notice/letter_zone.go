package notice

import (
	"strings"

	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// parser assigns every line of a notice to its zone, from the top down.
type parser struct {
	l     *Letter
	src   *source
	lines []text.Range
	k     int // next line
	annex int
	// tail is set once the letter is signed: what follows is notes, copies or an annex.
	tail bool
}

func newParser(l *Letter) *parser {
	p := &parser{l: l, src: l.src}
	start := 0
	for i, r := range l.Text.Norm {
		if r == '\n' {
			p.addLine(start, i)
			start = i + 1
		}
	}
	p.addLine(start, l.Text.Len())
	p.splitNumbers()
	p.splitOneLine()
	return p
}

// splitOneLine parts a letter that was pasted as one line: title, addressee and body stand apart by blanks only.
func (p *parser) splitOneLine() {
	if len(p.lines) == 0 || p.lines[0].Len() < 60 {
		return
	}
	r := p.lines[0]
	cut := func(limit int, fits func(string) bool) {
		for i := r.Start + 6; i < r.End && i-r.Start < limit; i++ {
			if p.l.Text.Gap(i) && fits(p.src.str(text.Range{Start: r.Start, End: i})) {
				p.lines = append(p.lines[:len(p.lines):len(p.lines)], text.Range{})
				k := len(p.lines) - 1
				for ; k > 0 && p.lines[k-1] != r; k-- {
					p.lines[k] = p.lines[k-1]
				}
				p.lines[k-1].End, p.lines[k] = i, text.Range{Start: i, End: r.End}
				r = p.lines[k]
				return
			}
		}
	}
	cut(90, func(s string) bool {
		return reTitleAbout.MatchString(s) && reGenre.MatchString(s) && !strings.ContainsAny(s, "。;,:")
	})
	cut(120, isAddressee)
}

// headLines is how many lines from the top can be letterhead, number and title.
const headLines = 12

// splitNumbers parts lines that hold a letterhead or a title and, apart from it, the document number.
func (p *parser) splitNumbers() {
	for k := 0; k < len(p.lines) && k < headLines; k++ {
		r := p.lines[k]
		if r.Len() > 120 {
			continue
		}
		for i := r.Start + 2; i < r.End; i++ {
			rest := text.Range{Start: i, End: r.End}
			if !p.l.Text.Gap(i) || rest.Len() > 40 || digit(p.l.Text.Norm[i]) {
				continue
			}
			if g := p.src.find(reNumber, rest); g != nil && g[2].Len() == 0 {
				p.lines = append(p.lines[:k+1], append([]text.Range{rest}, p.lines[k+1:]...)...)
				p.lines[k].End = i
				break
			}
		}
	}
}

func (p *parser) addLine(start, end int) {
	if end > start {
		p.lines = append(p.lines, text.Range{Start: start, End: end})
	}
}

func (p *parser) put(r text.Range, z Zone) {
	if r.Len() > 0 {
		p.l.Paragraphs = append(p.l.Paragraphs, Paragraph{Range: r, Zone: z, Annex: p.annex})
	}
}

func (p *parser) runes(r text.Range) []rune { return p.l.Text.Norm[r.Start:r.End] }

// clipped is a line as a string where it is short enough to be looked at whole, else its beginning.
func (p *parser) clipped(r text.Range) string {
	return string(p.l.Text.Norm[r.Start:min(r.End, r.Start+300)])
}

// assign walks over all lines.
func (p *parser) assign() {
	p.l.Form = p.form()
	p.head()
	for p.k < len(p.lines) {
		p.bodyLine(p.lines[p.k])
	}
}

// form looks at the first lines and at the share of table rows.
func (p *parser) form() Form {
	rows, first, letterish := 0, "", false
	for i, r := range p.lines {
		line := p.runes(r)
		if isTable(line) {
			rows++
		}
		if i < 3 {
			first += p.clipped(text.Range{Start: r.Start, End: min(r.End, r.Start+40)}) + "\n"
		}
		if i < 30 && r.Len() < 200 {
			s := string(line)
			letterish = letterish || reNumber.MatchString(s) || isAddressee(s) || r.Len() < 100 && reTitleAbout.MatchString(s) && reGenre.MatchString(s)
		}
	}
	switch {
	case rePhoneHead.MatchString(first):
		return FormPhone
	case len(p.lines) > 0 && reSheet.MatchString(p.clipped(p.lines[0])), rows*3 >= len(p.lines) && rows > 0 && !letterish:
		return FormSheet
	case reMinutes.MatchString(first):
		return FormMinutes
	case reSlipHead.MatchString(first):
		return FormSlip
	case letterish, p.signed(), p.headed():
		return FormLetter
	}
	return FormMessage
}

// signed tells whether a body's name stands on a line of its own near the end, or anywhere above or beside a date.
func (p *parser) signed() bool {
	for k := len(p.lines) - 1; k > 0; k-- {
		r := p.lines[k]
		if r.Len() > 60 || k < len(p.lines)-200 {
			continue
		}
		org, date := p.signature(r)
		if org.Len() > 0 && (k >= len(p.lines)-5 || date.Len() > 0 || reNoteDate.MatchString(p.clipped(p.lines[k+1]))) {
			return true
		}
	}
	return false
}

// headed tells whether the text opens with a title alone on its line and goes on below.
func (p *parser) headed() bool {
	if len(p.lines) < 2 || p.lines[0].Len() > 40 {
		return false
	}
	_, ok := p.titleLines(0)
	return ok
}

// closing tells whether the lines from k on are the end of the letter: bodies and a date.
func (p *parser) closing(k int) bool {
	for n := 0; k < len(p.lines) && n < 4; k, n = k+1, n+1 {
		s := p.clipped(p.lines[k])
		if reNoteDate.MatchString(s) || p.brokenDate(k) {
			return k > 0
		}
		if _, ok := p.orgLine(p.lines[k]); !ok && !reNote.MatchString(s) {
			return false
		}
	}
	return k >= len(p.lines) && k > 1
}

// brokenDate tells whether line k and the next are a date that a hard break cut in two: 2026年5, 月25日.
func (p *parser) brokenDate(k int) bool {
	if k+1 >= len(p.lines) || p.lines[k].Len() > 10 || p.lines[k+1].Len() > 10 {
		return false
	}
	return reDate.MatchString(p.clipped(p.lines[k]) + p.clipped(p.lines[k+1]))
}

// bodyLine puts one line of the body or of what follows it, and advances. What a line may be is seen from its first
// and last runes, so that the expressions are tried only where they can match.
func (p *parser) bodyLine(r text.Range) {
	line := p.runes(r)
	s := p.clipped(r)
	first, last, colon := line[0], line[len(line)-1], strings.Contains(s, ":")
	switch {
	case strings.ContainsRune("─━═_=*-~·.|", first) && reRule.MatchString(s):
		p.put(r, ZoneRule)
	case bars(line) < 2 && p.labelled(r, s):
	case isTable(line) && !reSubject.MatchString(s), p.rowEnd(r):
		p.put(r, ZoneTable)
	case p.brokenDate(p.k):
		p.put(r, ZoneDate)
		p.k++
		p.put(p.lines[p.k], ZoneDate)
		p.tail = true
	case r.Len() < 60 && dayEnd(last) && p.dated(r):
	case p.tail && r.Len() < 60 && reSource.MatchString(s):
		p.put(r, ZoneSource)
	case (first == '(' || first == '此') && reNote.MatchString(s):
		p.put(r, ZoneNote)
	case p.l.Form == FormPhone && colon && reOwnNote.MatchString(s):
		p.put(r, ZoneLabel)
	case r.Len() < 300 && strings.ContainsRune("抄主分报送发印(共", first) && reCopy.MatchString(s), last == '发' && reCopy.MatchString(s):
		p.put(r, ZoneCopy)
	case p.sign(r):
	case p.annexTitle(r, s):
	case first == '附' && r.Len() < 120 && reAnnex.MatchString(s):
		p.annexList(r)
		return
	case colon && r.Len() < 120 && reContact.MatchString(s):
		p.put(r, ZoneContact)
	default:
		p.paragraph(r)
	}
	p.k++
}

// dayEnd tells runes that a date can end with.
func dayEnd(c rune) bool {
	return c == '日' || c == '发' || digit(c) || strings.ContainsRune("月一二三四五六七八九十", c)
}

// rowEnd tells a short line below a row of a table that belongs to it: 合计.
func (p *parser) rowEnd(r text.Range) bool {
	n := len(p.l.Paragraphs)
	return n > 0 && p.l.Paragraphs[n-1].Zone == ZoneTable && r.Len() <= 6 && plain(p.runes(r))
}

// dated puts a line that is a date, perhaps after a note in brackets. A day without a year counts below a signature.
func (p *parser) dated(r text.Range) bool {
	g := p.src.find(reNoteDate, r)
	if g == nil {
		return false
	}
	n := len(p.l.Paragraphs)
	if g[3].Len() > 0 && (n == 0 || p.l.Paragraphs[n-1].Zone != ZoneSignature) {
		return false
	}
	p.put(text.Range{Start: r.Start, End: g[1].Start}, ZoneNote)
	p.put(g[1], ZoneDate)
	p.tail = true
	return true
}

// reMail is a line of the head of an e-mail.
var reMail = pattern.MustCompile(`^(?:发件人|收件人|发送时间|主题|来自|致)[:|]`)

// labelled puts a named value of a form.
func (p *parser) labelled(r text.Range, s string) bool {
	if r.Len() > 80 || !reLabel.MatchString(s) {
		return false
	}
	if (p.l.Form == FormLetter || p.l.Form == FormMessage || p.l.Form == FormMinutes) && !(p.k < 6 && reMail.MatchString(s)) {
		return false
	}
	from := r.Start
	for i := r.Start + 2; i < r.End; i++ { // further labels on the line
		if p.l.Text.Gap(i) && reLabel.MatchString(p.src.str(text.Range{Start: i, End: r.End})) {
			p.put(text.Range{Start: from, End: i}, ZoneLabel)
			from = i
		}
	}
	p.put(text.Range{Start: from, End: r.End}, ZoneLabel)
	return true
}

// sign puts a line that names the signing body, alone or with a date beside it.
func (p *parser) sign(r text.Range) bool {
	if r.Len() > 80 {
		return false
	}
	org, date := p.signature(r)
	if org.Len() == 0 || date.Len() == 0 && !p.closing(p.k) {
		return false
	}
	if org.Start > r.Start {
		p.put(text.Range{Start: r.Start, End: org.Start}, ZoneRule)
	}
	p.put(org, ZoneSignature)
	if date.Start > org.End { // a person who signs for the body
		p.put(text.Range{Start: org.End, End: date.Start}, ZoneSignature)
	}
	p.put(date, ZoneDate)
	p.tail = p.tail || date.Len() > 0
	return true
}

// signature splits a line into a body's name and a date; either may be missing, the name must not.
func (p *parser) signature(r text.Range) (org, date text.Range) {
	norm := p.l.Text.Norm
	for r.Len() > 2 && norm[r.Start] == '-' {
		r.Start++
	}
	body := r
	if r.Len() == 0 {
		return org, date
	}
	if last := norm[r.End-1]; !dayEnd(last) && !orgEnds(norm, r.End) && last != ')' && last != '件' && last != '理' && last != '笺' && last != '函' && last != '报' && last != '章' {
		return org, date
	} else if g := p.src.find(reDateAny, r); dayEnd(last) && g != nil && g[0].Start > r.Start+1 {
		body.End, date = g[0].Start, g[0]
	}
	if org, ok := p.orgLine(body); ok {
		return org, date
	}
	for i := body.Start + 3; i < body.End; i++ { // “县文旅局 张伟 5月11日”
		if n := norm[i:body.End]; p.l.Text.Gap(i) && body.End-i <= 4 && date.Len() > 0 && (isName(n) || personWords(n)) {
			if org, ok := p.orgLine(text.Range{Start: body.Start, End: i}); ok {
				return org, date
			}
		}
	}
	if i := strings.Index(p.src.str(body), "签发"); i > 0 { // “云岭县气象局  签发：某某  2026年6月16日”
		body.End = p.src.runeAt(p.src.byteAt(body.Start) + i)
		if org, ok := p.orgLine(body); ok {
			return org, date
		}
	}
	return text.Range{}, text.Range{}
}

// maxAnnexes bounds the annexes that are told apart.
const maxAnnexes = 500

// annexTitle puts 附件1 on a line of its own, or the title of what is annexed after the signature.
func (p *parser) annexTitle(r text.Range, s string) bool {
	if p.annex >= maxAnnexes {
		return false
	}
	if r.Len() < 60 && strings.HasPrefix(s, "附") && reAnnexNo.MatchString(s) && !strings.ContainsAny(s, "。,;") && (p.tail || r.Len() <= 4 || p.l.Form == FormSheet) {
		p.annex++
		p.tail = false
		p.put(r, ZoneAnnexTitle)
		if p.k+1 < len(p.lines) {
			if n, ok := p.titleLines(p.k + 1); ok && n <= 3 {
				for i := 1; i <= n; i++ {
					p.put(p.lines[p.k+i], ZoneAnnexTitle)
				}
				p.k += n
			}
		}
		return true
	}
	if !p.tail || p.k+1 >= len(p.lines) {
		return false
	}
	n, ok := p.titleLines(p.k)
	if !ok {
		return false
	}
	p.annex++
	p.tail = false
	for i := 0; i < n; i++ {
		p.put(p.lines[p.k+i], ZoneAnnexTitle)
	}
	p.k += n - 1
	return true
}

// annexList puts the list of annexes: 附件：1.… and its further lines.
func (p *parser) annexList(r text.Range) {
	p.put(r, ZoneAnnex)
	for p.k++; p.k < len(p.lines); p.k++ {
		next := p.lines[p.k]
		line := p.runes(next)
		if next.Len() > 60 || !isListed(line) || strings.ContainsAny(string(line), "。;:") {
			return
		}
		p.put(next, ZoneAnnex)
	}
}
