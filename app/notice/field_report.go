package notice

import (
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// relayed reads 接县应急局通知.
func (f *fieldReader) relayed() text.Range {
	bodies := f.l.Bodies()
	if len(bodies) == 0 {
		return text.Range{}
	}
	first := bodies[0]
	g := f.l.src.find(reRelayed, text.Range{Start: first.Start, End: min(first.End, first.Start+120)})
	if g == nil || !orgLike(f.l.Text.Norm[g[1].Start:g[1].End]) || !superior(f.l.Text.Norm[g[1].Start:g[1].End]) {
		return text.Range{}
	}
	return g[1]
}

// contactOrg reads the body that the contact belongs to: “联系人：市统计局法规处 周蓓红”.
func (f *fieldReader) contactOrg() text.Range {
	for _, p := range f.l.Paragraphs {
		if p.Zone != ZoneContact {
			continue
		}
		g := f.l.src.find(reContactName, p.Range)
		if g == nil || g[1].Len() < 4 {
			continue
		}
		if org := f.l.Text.Norm[g[1].Start:g[1].End]; orgLike(org) && superior(org) {
			return g[1]
		}
	}
	return text.Range{}
}

// reportTo reads the body that answers go to: （9月18日前报县文旅局产业股）, “由县水利局在一表通收齐”.
func (f *fieldReader) reportTo() text.Range {
	n := 0
	for _, p := range f.l.Paragraphs {
		if p.Zone != ZoneBody && p.Zone != ZoneTitle && p.Zone != ZoneAnnexTitle {
			continue
		}
		if n++; n > 40 {
			break
		}
		r := text.Range{Start: p.Start, End: min(p.End, p.Start+600)}
		for _, g := range f.l.src.findAll(reReportTo, r) {
			if org := f.orgAfter(text.Range{Start: g[0].End, End: r.End}); org.Len() > 0 {
				return org
			}
		}
		for _, g := range f.l.src.findAll(reByOrg, r) {
			if org := f.l.trimOrg(g[1]); orgLike(f.l.Text.Norm[org.Start:org.End]) && superior(f.l.Text.Norm[org.Start:org.End]) {
				return f.longerOrg(org)
			}
		}
	}
	return text.Range{}
}

// orgAfter is the longest name of a body that begins r and that a mark, a person or a word such as 邮箱 follows.
func (f *fieldReader) orgAfter(r text.Range) text.Range {
	norm := f.l.Text.Norm
	limit := r.Start
	for limit < r.End && limit-r.Start < 30 && (text.Han(norm[limit]) || norm[limit] == '、') {
		limit++
	}
	for end := limit; end >= r.Start+2; end-- {
		org := norm[r.Start:end]
		if len(org) == 2 && !knownShort(org) || !orgEnds(norm, end) || !orgLike(org) || ownBody(org) && org[0] != '镇' || personEnd(org) > 0 || leads(org) {
			continue
		}
		if end == len(norm) || !text.Han(norm[end]) || f.l.Text.Gap(end) || hasPrefixAt(norm, end, "邮箱", "备案", "汇总", "处", "联系", "工作群") {
			return text.Range{Start: r.Start, End: end}
		}
		for n := 2; n <= 3 && end+n <= len(norm); n++ {
			if isName(norm[end:end+n]) && (end+n == len(norm) || !text.Han(norm[end+n]) || norm[end+n] == '处') {
				return text.Range{Start: r.Start, End: end}
			}
		}
	}
	return text.Range{}
}

// reLonger is how a name goes on that was cut at its first ending.
var reLonger = pattern.MustCompile(`^(?:公室|员会)(?:\p{Han}{1,4}[股科室站队])?|^\p{Han}{1,4}[股科室站队]`)

// longerOrg takes 办公室 for 办, and a section after the body.
func (f *fieldReader) longerOrg(r text.Range) text.Range {
	if g := f.l.src.find(reLonger, text.Range{Start: r.End, End: min(f.l.Text.Len(), r.End+8)}); g != nil && orgLike(f.l.Text.Norm[r.Start:g[0].End]) {
		r.End = g[0].End
	}
	return r
}
