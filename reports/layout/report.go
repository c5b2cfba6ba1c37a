package layout

import "yidanqing/app/paper"

// The general form of GB/T 9704-2012 for a report to a superior body (7.2, 上行文), in millimetres from the edges of the
// page: the office's name 35 mm below the upper edge of the text area, number and signer two lines below it, a line 4 mm
// below them, the title two lines further down.
const (
	reportName   = letterTop + 35
	reportNumber = reportName + 12.7 + 20.4
	reportRule   = reportNumber + 7.1 + 4
	reportTitle  = reportRule + 20.4
	reportAfter  = 10.2 // a blank line between title and addressee
)

// reportFront draws what stands over the text of page 1 of a report, and gives the place where the text begins. Number and
// signer stand one character from the edges.
func (s *setter) reportFront(p *paper.Page, l *paper.Letter) float64 {
	s.issuer(l.Issuer, 36, paper.AreaWidth).draw(p, paper.AreaLeft, reportName)
	em := pt(letterText.Size)
	line := paper.Style{Face: paper.FaceBody, Size: letterText.Size, Lead: 20}
	one := func(text string, align paper.Align) {
		s.setBlock([]paper.Para{{Spans: []paper.Span{{Text: text}}}}, line, align, paper.AreaWidth-2*em).draw(p, paper.AreaLeft+em, reportNumber)
	}
	one(l.Number, paper.Left)
	// the name is written by hand behind the label: there is room for four characters
	s.setBlock([]paper.Para{{Spans: []paper.Span{{Text: paper.SignerLabel}}}}, line, paper.Right, paper.AreaWidth-6*em).draw(p, paper.AreaLeft+em, reportNumber)
	p.Items = append(p.Items, paper.Item{
		Kind: paper.ItemLine, X: paper.AreaLeft, Y: reportRule, X2: paper.AreaLeft + paper.AreaWidth, Y2: reportRule, Stroke: 1.6,
	})
	head := s.letterTitle(l.Title)
	head.draw(p, paper.AreaLeft, reportTitle)
	return reportTitle + head.height() + reportAfter
}
