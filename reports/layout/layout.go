// Package layout puts the contents of documents on pages: it breaks lines by the rules of Chinese setting (禁则), lays
// out ruled forms, and gives the page model that the PDF writer and the window draw. It knows nothing of PDF.
package layout

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"yidanqing/app/paper"
)

// Result is a file's worth of pages.
type Result struct {
	Pages    []paper.Page
	Replaced []paper.Replaced // characters that no face has, in the order of their first appearance; Font is for the caller
}

// Pages lays out documents that belong to one file, one after the other, with their pages counted together. The error
// is that of ctx.
func Pages(ctx context.Context, m Metrics, contents []paper.Content) (Result, error) {
	set := newSetter(m)
	set.stopped = func() bool { return ctx.Err() != nil }
	all := make([][]*paper.Page, len(contents))
	total := 0
	for i, c := range contents {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		all[i] = set.document(c)
		if !c.Apart {
			total += len(all[i])
		}
	}
	if err := ctx.Err(); err != nil { // what is set is not whole
		return Result{}, err
	}
	var res Result
	for i, c := range contents {
		following := 0
		for k, pages := range all[i+1:] {
			if !contents[i+1+k].Apart {
				following += len(pages)
			}
		}
		for k, p := range all[i] {
			if k == 0 {
				p.Begins = paper.RecordPaper{Title: c.Title, Number: c.Number}.Bookmark()
			}
			if c.Letter == nil { // a letter has page numbers of its own
				set.foot(p, c, len(res.Pages)+1, total, following)
			}
			snap(p)
			res.Pages = append(res.Pages, *p)
		}
	}
	res.Replaced = replaced(res.Pages)
	return res, nil
}

// document lays out one document: on one page where it fits, moved up and with the slack of its rows given up if that
// helps; else over several pages.
func (s *setter) document(c paper.Content) []*paper.Page {
	if c.Letter != nil {
		return s.letter(c)
	}
	tries := []struct {
		top   float64
		slack bool
	}{{c.Top, false}}
	if c.Narrow {
		tries = append(tries, []struct {
			top   float64
			slack bool
		}{{c.MinTop, false}, {c.MinTop, true}, {c.Top, false}}...)
	}
	var pages []*paper.Page
	for i, t := range tries {
		f := newFlow(s, c, t.top, t.slack)
		for k, b := range c.Blocks {
			var next paper.Block
			if k+1 < len(c.Blocks) {
				next = c.Blocks[k+1]
			}
			f.block(b, next)
		}
		pages = f.pages
		if len(pages) == 1 || i == len(tries)-1 {
			break
		}
	}
	return pages
}

// replaced counts the characters of the pages that no face but paper.FaceRare has, in their order.
func replaced(pages []paper.Page) (out []paper.Replaced) {
	at := map[rune]int{}
	for _, p := range pages {
		for _, it := range p.Items {
			if it.Kind != paper.ItemText || it.Face != paper.FaceRare {
				continue
			}
			for _, r := range it.Text {
				if paper.Invisible(r) {
					continue
				}
				if _, ok := at[r]; !ok {
					at[r] = len(out)
					out = append(out, paper.Replaced{Rune: r})
				}
				out[at[r]].Count++
			}
		}
	}
	return out
}

// foot draws the rule and the three notes at the foot of a page.
func (s *setter) foot(p *paper.Page, c paper.Content, n, total, following int) {
	a := areaOf(c)
	p.Items = append(p.Items, paper.Item{
		Kind: paper.ItemLine, X: a.left, Y: a.rule, X2: a.left + a.wide, Y2: a.rule, Stroke: strokeFoot,
	})
	st := paper.Style{Face: paper.FaceBody, Size: 9, Lead: 12}
	put := func(text string, align paper.Align) {
		text = strings.ReplaceAll(text, paper.AppendedPages, strconv.Itoa(following))
		if text == "" {
			return
		}
		b := s.setBlock([]paper.Para{{Spans: []paper.Span{{Text: text}}}}, st, align, a.wide)
		b.draw(p, a.left, a.rule+1)
	}
	put(c.FootLeft, paper.Left)
	put(c.FootMiddle, paper.Center)
	if !c.Apart {
		put(fmt.Sprintf("第 %d 页 共 %d 页", n, total), paper.Right)
	}
}

// snap moves all places to hundredths of a point: that is how exactly a PDF names them, so that a page can be read back
// from its file without loss.
func snap(p *paper.Page) {
	grid := func(v float64) float64 { return math.Round(v/mmPerPoint*100) / 100 * mmPerPoint }
	for i := range p.Items {
		it := &p.Items[i]
		for _, v := range []*float64{&it.X, &it.Y, &it.X2, &it.Y2, &it.W, &it.H} {
			*v = grid(*v)
		}
		it.Size = math.Round(it.Size*100) / 100
	}
}
