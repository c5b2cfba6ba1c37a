package kit

import (
	"sort"

	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// noticeLine is one visual line of the notice.
type noticeLine struct {
	y, height float32
	role      theme.Role
	pieces    []noticePiece
	bar       int // index of the demand whose bar stands beside it, -1: none
	head      bool
}

// noticePiece is a run of words with the same marks, or a badge.
type noticePiece struct {
	x, width float32
	text     string
	marks    []int // indexes, the weightiest first
	badge    string
	bar      int // for the badge of a demand, else -1
}

// noticeUnit is a rune or a badge on its way into lines.
type noticeUnit struct {
	r     rune
	at    int // rune of the text
	width float32
	badge string
	mark  int // of a badge
	bar   int // of a demand's badge, else -1
	glued bool
}

// noticeLayout breaks a notice into lines for a width.
type noticeLayout struct {
	text  []rune
	in    NoticeText
	width float32
	badge *meter
	// ends holds for each rune offset the marks that end there and carry a badge; starts the demands that begin there.
	ends   map[int][]int
	starts map[int]int
}

// layoutNotice gives the lines and their total height.
func layoutNotice(in NoticeText, width float32) ([]noticeLine, float32) {
	l := &noticeLayout{text: []rune(in.Text), in: in, width: width, badge: newMeter(theme.Badge),
		ends: map[int][]int{}, starts: map[int]int{}}
	for i, m := range in.Marks {
		if m.Badge != "" {
			l.ends[m.End] = append(l.ends[m.End], i)
		}
	}
	var out []noticeLine
	y := float32(0)
	paras := readParas(l.text, in.Title)
	chat := asChat(paras, in.Head)
	if chat {
		l.width -= theme.Px(chatInset + 2*chatPad)
	}
	l.placeBars(paras)
	meters := map[theme.Role]*meter{}
	for i, p := range paras {
		m := meters[p.role()]
		if m == nil {
			m = newMeter(p.role())
			meters[p.role()] = m
		}
		switch {
		case i > 0 && paras[i-1].kind == paraHead && p.kind != paraHead: // here the ground of the message begins
			y += theme.Px(theme.GapXS + chatPad)
		case i > 0 && l.barOf(p.from) != l.barOf(paras[i-1].from):
			y += theme.Px(theme.GapXS)
		}
		for _, line := range l.breakPara(p, m) {
			line.y, line.height = y, p.role().LineHeight()
			if chat {
				line.head = p.kind == paraHead
				line.shift(theme.Px(chatInset))
				if !line.head {
					line.shift(theme.Px(chatPad))
				}
			}
			y += line.height
			out = append(out, line)
		}
	}
	if chat {
		y += theme.Px(chatPad)
	}
	return out, y
}

// placeBars moves the start of each demand's badge to the first rune that is drawn.
func (l *noticeLayout) placeBars(paras []noticePara) {
	for i, b := range l.in.Bars {
		for _, p := range paras {
			if p.to > b.Start {
				l.starts[max(p.from, b.Start)] = i
				break
			}
		}
	}
}

func (l *noticeLayout) barOf(at int) int {
	for i, b := range l.in.Bars {
		if at >= b.Start && at < b.End {
			return i
		}
	}
	return -1
}

// units turns a paragraph into runes and badges; glued units may not begin a line.
func (l *noticeLayout) units(p noticePara, m *meter) []noticeUnit {
	out := make([]noticeUnit, 0, p.to-p.from+8)
	for at := p.from; at < p.to; at++ {
		if i, ok := l.starts[at]; ok && l.in.Bars[i].Badge != "" {
			out = append(out, noticeUnit{at: at, badge: l.in.Bars[i].Badge, bar: i, mark: -1,
				width: l.badgeWidth(l.in.Bars[i].Badge, 7) + theme.Px(4)})
		}
		r := l.text[at]
		if r == '\t' {
			r = '\u3000'
		}
		u := noticeUnit{r: r, at: at, bar: -1, mark: -1}
		if r != '\r' {
			u.width = m.of(r)
		}
		if n := len(out); n > 0 && out[n-1].badge == "" {
			u.glued = mayNotBegin(r) || mayNotEnd(out[n-1].r) || joins(out[n-1].r, r)
		} else if n > 0 {
			u.glued = mayNotBegin(r) || out[n-1].bar >= 0
		}
		out = append(out, u)
		for n, i := range l.ends[at+1] {
			b := l.in.Marks[i].Badge
			if l.badgeBefore(at+1, n, b) {
				continue
			}
			out = append(out, noticeUnit{at: at + 1, badge: b, mark: i, bar: -1, width: l.badgeWidth(b, 4) + theme.Px(2), glued: true})
		}
	}
	return out
}

// badgeBefore tells whether one of the first n marks that end at a place has the same badge.
func (l *noticeLayout) badgeBefore(at, n int, badge string) bool {
	for _, i := range l.ends[at][:n] {
		if l.in.Marks[i].Badge == badge {
			return true
		}
	}
	return false
}

func (l *noticeLayout) badgeWidth(text string, side float32) float32 {
	w := float32(0)
	for _, r := range text {
		w += l.badge.of(r)
	}
	return max(w+2*theme.Px(side), theme.Px(18))
}

func (l *noticeLayout) breakPara(p noticePara, m *meter) []noticeLine {
	units := l.units(p, m)
	indent := float32(0)
	if p.kind == paraBody {
		indent = 2 * m.em
	}
	var out []noticeLine
	for from := 0; from < len(units); {
		room := l.width
		if from == 0 {
			room -= indent
		}
		to, used := from, float32(0)
		for to < len(units) && (used+units[to].width <= room || to == from) {
			used += units[to].width
			to++
		}
		if to < len(units) {
			to = unitBreak(units, from, to)
		}
		line := l.line(units[from:to], m.role)
		x := float32(0)
		switch {
		case p.kind == paraTitle, p.kind == paraCentre:
			x = max((l.width-line.end())/2, 0)
		case p.kind == paraRight:
			x = max(l.width-line.end()-m.em/2, 0)
		case from == 0:
			x = indent
		}
		line.shift(x)
		out = append(out, line)
		from = to
	}
	return out
}

// unitBreak moves a break back to a place where one is allowed.
func unitBreak(units []noticeUnit, from, to int) int {
	for i := to; i > from && i > to-30; i-- {
		if !units[i].glued {
			return i
		}
	}
	return to
}

// line gathers units into pieces of the same marks. Where there are several, each is measured as it will be drawn.
func (l *noticeLayout) line(units []noticeUnit, role theme.Role) noticeLine {
	line := noticeLine{role: role, bar: -1}
	if len(units) == 0 {
		return line
	}
	line.bar = l.barOf(units[0].at)
	if plain, ok := l.plain(units); ok {
		line.pieces = []noticePiece{plain}
		return line
	}
	x := float32(0)
	var run []rune
	var marks []int
	flush := func() {
		if len(run) == 0 {
			return
		}
		w := measure(string(run), role)
		line.pieces = append(line.pieces, noticePiece{x: x, width: w, text: string(run), marks: marks, bar: -1})
		x += w
		run = nil
	}
	for _, u := range units {
		if u.badge != "" {
			flush()
			var on []int
			if u.mark >= 0 {
				on = []int{u.mark}
			}
			line.pieces = append(line.pieces, noticePiece{x: x, width: u.width, badge: u.badge, marks: on, bar: u.bar})
			x += u.width
			continue
		}
		if u.r == '\r' {
			continue
		}
		now := l.marksAt(u.at)
		if !sameInts(now, marks) {
			flush()
			marks = now
		}
		run = append(run, u.r)
	}
	flush()
	return line
}

// plain is a line without marks and badges in one piece; nothing stands behind it that needs its exact width.
func (l *noticeLayout) plain(units []noticeUnit) (noticePiece, bool) {
	from, to := units[0].at, units[len(units)-1].at
	for _, m := range l.in.Marks {
		if m.Start <= to && m.End > from {
			return noticePiece{}, false
		}
	}
	p := noticePiece{bar: -1}
	run := make([]rune, 0, len(units))
	for _, u := range units {
		if u.badge != "" {
			return noticePiece{}, false
		}
		p.width += u.width
		if u.r != '\r' {
			run = append(run, u.r)
		}
	}
	p.text = string(run)
	return p, true
}

// marksAt are the marks over a rune, the weightiest first.
func (l *noticeLayout) marksAt(at int) []int {
	var out []int
	for i, m := range l.in.Marks {
		if at >= m.Start && at < m.End {
			out = append(out, i)
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return l.in.Marks[out[a]].Kind > l.in.Marks[out[b]].Kind })
	return out
}

func sameInts(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// color is the colour of the words: the head of a message stands back behind it.
func (n *noticeLine) color() fyne.ThemeColorName {
	if n.head {
		return theme.ColorText2
	}
	return theme.ColorText
}

func (n *noticeLine) end() float32 {
	if len(n.pieces) == 0 {
		return 0
	}
	last := n.pieces[len(n.pieces)-1]
	return last.x + last.width
}

func (n *noticeLine) shift(dx float32) {
	for i := range n.pieces {
		n.pieces[i].x += dx
	}
}
