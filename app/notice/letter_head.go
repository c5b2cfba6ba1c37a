package notice

import (
	"strings"

	"yidanqing/app/text"
)

// head reads letterhead, number, title and addressee, up to the first line of the body.
func (p *parser) head() {
	titled := false
	for ; p.k < len(p.lines); p.k++ {
		r := p.lines[p.k]
		s := p.clipped(r)
		if p.k > 60 || p.headZone(r, s) {
			if p.k > 60 {
				return
			}
			continue
		}
		org, isHead := p.orgLine(r)
		switch {
		case isAddressee(string(p.runes(r))):
			p.put(r, ZoneAddressee)
			p.k++
			return
		case isHead && !titled && !p.closing(p.k):
			p.put(org, ZoneHead)
			p.put(text.Range{Start: org.End, End: r.End}, ZoneHead)
		case isHead && titled && p.headGoesOn():
			p.put(r, ZoneHead)
		case titled && p.repeatsTitle(r):
			p.put(r, ZoneSource)
		case !titled && p.l.Form == FormSheet && p.annexCaption(r):
			titled = true
		case !titled && p.title():
			titled = true
		case !titled && p.l.Form == FormSheet && r.Len() <= 50 && plain(p.runes(r)) && !isTable(p.runes(r)):
			p.put(r, ZoneTitle)
			titled = true
		case titled && r.Len() <= 20 && strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")"):
			p.put(r, ZoneTitle)
		case p.headPair(r):
		case p.l.Form == FormLetter && r.Len() < 50 && plain(p.runes(r)) && p.headGoesOn(): // what a web page puts above
			p.put(r, ZoneSource)
		default:
			return
		}
	}
}

// annexCaption puts the caption of a sheet that names its annex: 附件1：…表.
func (p *parser) annexCaption(r text.Range) bool {
	g := p.src.find(reAnnexCap, r)
	if g == nil || r.Len() > 90 || g[0].End == r.End {
		return false
	}
	p.put(g[0], ZoneLabel)
	p.put(text.Range{Start: g[0].End, End: r.End}, ZoneTitle)
	return true
}

// headGoesOn tells whether a part of the head stands within the next lines: a number, a title, an addressee.
func (p *parser) headGoesOn() bool {
	for k := p.k + 1; k < len(p.lines) && k <= p.k+8; k++ {
		r := p.lines[k]
		s := p.clipped(r)
		if r.Len() < 100 && (reNumber.MatchString(s) || isAddressee(s)) {
			return true
		}
		if _, ok := p.titleLines(k); ok && reTitleAbout.MatchString(s) {
			return true
		}
		if strings.ContainsAny(s, "。;") {
			return false
		}
	}
	return false
}

// repeatsTitle tells a line that says the title once more, as web pages do.
func (p *parser) repeatsTitle(r text.Range) bool {
	t := p.l.Title()
	return t.Len() > 0 && trimTitle(p.src.str(r)) == trimTitle(strings.ReplaceAll(p.src.str(t), "\n", ""))
}

func trimTitle(s string) string { return strings.TrimSuffix(strings.TrimPrefix(s, "《"), "》") }

// headZone puts lines that are known by themselves.
func (p *parser) headZone(r text.Range, s string) bool {
	if r.Len() > 160 {
		return false
	}
	switch {
	case reRule.MatchString(s):
		p.put(r, ZoneRule)
	case p.sheetMark(r, s):
	case p.l.Form == FormPhone && rePhoneLine.MatchString(s):
		p.put(r, ZoneLabel)
	case p.number(r):
	case reSource.MatchString(s) && p.l.Form != FormPhone && p.l.Form != FormSlip, reStamp.MatchString(s):
		p.put(r, ZoneSource)
	case reUrgent.MatchString(s):
		p.put(r, ZoneHead)
	case strings.HasPrefix(s, "(地址") || strings.HasPrefix(s, "地址:") || strings.HasPrefix(s, "(总机"):
		p.put(r, ZoneHead)
	case reDate.MatchString(s):
		p.put(r, ZoneDate)
	case reNote.MatchString(s):
		p.put(r, ZoneNote)
	default:
		return false
	}
	return true
}

// sheetMark puts the name of a sheet; the title that a table number stands before is a part of its own.
func (p *parser) sheetMark(r text.Range, s string) bool {
	if !reSheet.MatchString(s) {
		return false
	}
	if g := p.src.find(reTableNo, r); g != nil && g[0].End < r.End {
		p.put(g[0], ZoneLabel)
		p.put(text.Range{Start: g[0].End, End: r.End}, ZoneTitle)
		return true
	}
	p.put(r, ZoneLabel)
	return true
}

// number reads a line that is a document number, with what may stand beside it (签发人, 总机).
func (p *parser) number(r text.Range) bool {
	if r.Len() > 60 {
		return false
	}
	if n := p.l.Text.Norm; n[r.Start] == '(' && n[r.End-1] == ')' {
		inner := text.Range{Start: r.Start + 1, End: r.End - 1}
		if g := p.src.find(reNumber, inner); g != nil && g[1] == inner {
			p.put(text.Range{Start: r.Start, End: inner.Start}, ZoneHead)
			p.put(inner, ZoneNumber)
			p.put(text.Range{Start: inner.End, End: r.End}, ZoneHead)
			return true
		}
	}
	g := p.src.find(reNumber, r)
	if g == nil || g[2].Len() > 0 && !p.l.Text.Gap(g[2].Start) || hasAny(p.src.str(g[1]), "关于", "通知", "的") {
		return false
	}
	p.put(text.Range{Start: r.Start, End: g[1].Start}, ZoneHead)
	p.put(g[1], ZoneNumber)
	p.put(g[2], ZoneHead)
	return true
}

// headPair reads a line that holds a body and a date apart, as minutes and bulletins have below their title.
func (p *parser) headPair(r text.Range) bool {
	org, date := p.signature(r)
	if org.Len() == 0 || date.Len() == 0 || p.k == len(p.lines)-1 {
		return false
	}
	p.put(org, ZoneHead)
	p.put(date, ZoneDate)
	return true
}

// title reads a title that begins at the next line and may run over up to four, and advances to its last.
func (p *parser) title() bool {
	n, ok := p.titleLines(p.k)
	if !ok {
		return false
	}
	for i := p.k; i < p.k+n; i++ {
		p.titlePart(p.lines[i])
	}
	p.k += n - 1
	return true
}

// titlePart puts a line of a title. A letterhead before it on the same line stands apart.
func (p *parser) titlePart(r text.Range) {
	from := r.Start
	for i := r.Start + 2; i < r.End; i++ {
		if p.l.Text.Gap(i) && orgLike(p.l.Text.Norm[from:i]) {
			p.put(text.Range{Start: from, End: i}, ZoneHead)
			from = i
		}
	}
	p.put(text.Range{Start: from, End: r.End}, ZoneTitle)
}

// titleLines tells how many lines from k on are one title.
func (p *parser) titleLines(k int) (int, bool) {
	var whole []rune
	for n := 0; n < 4 && k+n < len(p.lines); n++ {
		r := p.lines[k+n]
		if r.Len() > 120 || len(whole)+r.Len() > 200 {
			return 0, false
		}
		line := p.runes(r)
		if n > 0 && (isAddressee(string(line)) || reNumber.MatchString(string(line)) || isListed(line)) {
			return 0, false
		}
		if m := len(line); n == 0 && m > 3 && m < 14 && line[m-1] == ':' { // 填报通知：
			line = line[:m-1]
		}
		whole = append(whole, line...)
		s := string(whole)
		if strings.ContainsAny(s, "。;!?") || strings.Contains(s, ":") && !strings.Contains(s, "《") {
			return 0, false
		}
		if strings.HasPrefix(s, "《") && strings.HasSuffix(s, "》") {
			s = trimTitle(s)
		}
		about := reTitleAbout.MatchString(s)
		if reGenre.MatchString(s) && (about || len(whole) <= 40 && plain(whole)) && !p.openTitle(s) {
			return n + 1, true
		}
		if !about && (n > 0 || len(line) > 30 || !plain(line)) {
			return 0, false
		}
	}
	return 0, false
}

// openTitle tells a title that cannot be whole: a 《 without its 》.
func (p *parser) openTitle(s string) bool { return strings.Count(s, "《") > strings.Count(s, "》") }

// isListed tells a line that opens with a list mark.
func isListed(line []rune) bool {
	m, ok := markAt(line, 0, true)
	return ok && m.kind != markBare
}
