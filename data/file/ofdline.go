package file

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"yidanqing/app"
)

// ofdLine is a line of a page, left to right.
type ofdLine struct {
	x, y, end, size float64
	text            string
}

// lineSlack is how far apart, in mm, the base lines of one line may lie.
const lineSlack = 1.5

// ofdLines puts runs together into lines, from the top down.
func ofdLines(runs []ofdRun) []ofdLine {
	runs = slices.Clone(runs)
	slices.SortStableFunc(runs, func(a, b ofdRun) int { return compare(a.y, b.y) })
	var lines []ofdLine
	for i := 0; i < len(runs); {
		j := i + 1
		for j < len(runs) && runs[j].y-runs[i].y <= lineSlack {
			j++
		}
		row := runs[i:j]
		slices.SortStableFunc(row, func(a, b ofdRun) int { return compare(a.x, b.x) })
		if l := joinRuns(row); strings.TrimSpace(l.text) != "" {
			lines = append(lines, l)
		}
		i = j
	}
	return lines
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// joinRuns puts the runs of one line together. A gap wider than a character keeps two blanks: it parts columns. A run
// printed twice at the same place, as some makers do for bold type, counts once.
func joinRuns(row []ofdRun) ofdLine {
	l := ofdLine{x: row[0].x, y: row[0].y, end: row[0].end, size: row[0].size}
	var b strings.Builder
	last := ofdRun{}
	for i, r := range row {
		if i > 0 && r.text == last.text && abs(r.x-last.x) < 0.5 {
			continue
		}
		if gap := r.x - l.end; i > 0 && gap > max(r.size, l.size) {
			b.WriteString("  ")
		} else if i > 0 && gap > 0.4*r.size && latin(last.text) && latin(r.text) {
			b.WriteByte(' ')
		}
		b.WriteString(r.text)
		l.end, l.size = max(l.end, r.end), max(l.size, r.size)
		last = r
	}
	l.text = b.String()
	if lead := len(l.text) - len(strings.TrimLeft(l.text, " \u3000")); lead > 0 { // blanks that were set as characters
		for _, c := range l.text[:lead] {
			w := l.size / 2
			if c == '\u3000' {
				w = l.size
			}
			l.x += w
		}
	}
	l.text = strings.TrimSpace(l.text)
	return l
}

func latin(s string) bool {
	for _, r := range s {
		if r > 0x2000 {
			return false
		}
	}
	return true
}

var pageMark = regexp.MustCompile(`^[—–\-－ ·]*\d{1,4}[—–\-－ ·]*$|^第\s*\d+\s*页(\s*共\s*\d+\s*页)?$`)

// ofdBlocks gives the paragraphs of the pages: lines are joined where the one before is full and the next goes on.
func ofdBlocks(pages []ofdPage) []app.Block {
	var blocks []app.Block
	open, size := false, 0.0 // the last block's line was full and ended no sentence
	for _, p := range pages {
		lines := ofdLines(p.runs)
		for len(lines) > 0 && pageMark.MatchString(lines[len(lines)-1].text) {
			lines = lines[:len(lines)-1]
		}
		left, right := margins(lines)
		for _, l := range lines {
			if open && goesOn(l, left, size) && len(blocks) > 0 {
				blocks[len(blocks)-1].Text += l.text
			} else {
				blocks = append(blocks, app.Block{Text: l.text, Place: fmt.Sprintf("第%d页", p.number)})
			}
			open, size = l.end >= right-1.6*l.size && unfinished(l.text), l.size
		}
		for _, l := range ofdLines(p.notes) {
			blocks = append(blocks, app.Block{Text: l.text, Place: fmt.Sprintf("第%d页批注", p.number)})
			open = false
		}
	}
	return blocks
}

// margins finds where the body begins and ends: the leftmost start and the rightmost end of its long lines.
func margins(lines []ofdLine) (left, right float64) {
	left, right = 1e9, 0
	for _, l := range lines {
		if len([]rune(l.text)) >= 15 {
			left, right = min(left, l.x), max(right, l.end)
		}
	}
	if right == 0 {
		return 0, 1e9 // no body: nothing is joined
	}
	return left, right
}

func goesOn(l ofdLine, left, size float64) bool {
	if l.x > left+1.2*l.size || abs(l.size-size) > 0.15*size || strings.Contains(l.text, "  ") {
		return false
	}
	return !beginsItem.MatchString(l.text)
}

var beginsItem = regexp.MustCompile(`^([一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．][^\d]|[①-⑳]|附件|附[:：]|抄送|主送|第[一二三四五六七八九十]{1,3}[章条])`)

// unfinished tells a line that does not end a sentence.
func unfinished(s string) bool {
	r := []rune(strings.TrimRightFunc(s, unicode.IsSpace))
	return len(r) > 0 && !strings.ContainsRune("。；：！？;:!?", r[len(r)-1])
}
