package docx

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strconv"

	"yidanqing/app/paper"
)

// The columns of a chart are a picture, their names and numbers words under it. Dots a millimetre, and sizes in mm.
const (
	dots       = 8
	chartWidth = 150.0
	chartTall  = 20.0
	barWidth   = 7.4
)

var chartWord = paper.Style{Face: paper.FaceBody, Size: 8.5, Lead: 10.5}

// chartBlock writes a chart: the picture, the numbers, the names, the note, in one frame.
func (w *writer) chartBlock(b paper.Chart) {
	n := max(len(b.Bars), 1)
	cols := make([]float64, n)
	for i := range cols {
		cols[i] = w.wide() / float64(n)
	}
	w.chart = columns(b.Bars, w.wide())
	w.openTable(cols, borderOuter-3, 0)
	line := func(text func(paper.ChartBar) string) {
		r := gridRow{}
		for i, bar := range b.Bars {
			r.cells = append(r.cells, gridCell{Cell: paper.Cell{Col: i, Span: 1, Paras: []paper.Para{{Spans: []paper.Span{{Text: text(bar)}}}}, Style: chartWord, Align: paper.Center}})
		}
		w.row(grid{cols: cols}, r)
	}
	fmt.Fprintf(&w.body, `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:gridSpan w:val="%d"/>`+
		`<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr>`, twips(w.wide()), n)
	w.body.WriteString(`<w:p><w:pPr><w:keepNext/><w:spacing w:before="60" w:after="0"/><w:jc w:val="center"/></w:pPr><w:r>` + picture(w.wide()-2, chartTall) + `</w:r></w:p></w:tc></w:tr>`)
	line(func(bar paper.ChartBar) string { return strconv.Itoa(bar.Total) })
	line(func(bar paper.ChartBar) string { return bar.Label })
	note := gridRow{cells: []gridCell{{Cell: paper.Cell{Span: n, Paras: []paper.Para{{Spans: []paper.Span{{Text: b.Note}}}},
		Style: paper.Style{Face: paper.FaceBody, Size: 9, Lead: 12.5}, Align: paper.Center, PadX: 1}}}}
	w.row(grid{cols: cols}, note)
	w.body.WriteString(`</w:tbl>`)
}

// columns draws white columns with their hatched parts, black on white.
func columns(bars []paper.ChartBar, wide float64) []byte {
	width, height := int((wide-2)*dots), int(chartTall*dots)
	img := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.White, color.Black})
	most := 1
	for _, b := range bars {
		most = max(most, b.Total)
	}
	base := height - 2
	for x := range width {
		img.SetColorIndex(x, base, 1)
		img.SetColorIndex(x, base+1, 1)
	}
	slot := float64(width) / float64(max(len(bars), 1))
	bar := int(min(barWidth*dots, 0.62*slot))
	for i, b := range bars {
		left := int((float64(i)+0.5)*slot) - bar/2
		top, part := base-b.Total*(base-4)/most, base-b.Part*(base-4)/most
		for y := top; y < base && b.Total > 0; y++ {
			for x := left; x < left+bar; x++ {
				edge := x < left+2 || x >= left+bar-2 || y < top+2 || b.Part > 0 && y >= part && y < part+2
				if edge || y > part && (x+y)%10 < 2 {
					img.SetColorIndex(x, y, 1)
				}
			}
		}
	}
	var out bytes.Buffer
	_ = png.Encode(&out, img) // a Buffer takes everything
	return out.Bytes()
}

// picture is the chart as a drawing in the text; sizes in millimetres.
func picture(wide, high float64) string {
	x, y := int(wide*36000), int(high*36000) // English metric units
	return fmt.Sprintf(`<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="1" name="柱图"/>`+
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
		`<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="chart.png"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="rId6"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`, x, y)
}

// closing writes the end of a report: what is suggested and who filled it in at the left, name, seal and date at the right.
func (w *writer) closing(b paper.Closing) {
	const right = 64.0
	left := gridCell{Cell: paper.Cell{Col: 0, Span: 1, Style: b.Style, VAlign: paper.Top, PadX: 0}}
	if b.Head.Text != "" {
		left.Paras = append(left.Paras, paper.Para{Spans: []paper.Span{{Text: b.Head.Text, Face: b.Head.Style.Face}}})
	}
	left.Paras = append(append(left.Paras, b.Paras...), b.Signs...)
	seal := gridCell{Cell: paper.Cell{Col: 1, Span: 1, Style: b.Style, Align: paper.Center, VAlign: paper.Top, Paras: []paper.Para{{Spans: []paper.Span{{Text: b.Name}}}}}}
	for range 5 { // room for the seal
		seal.Paras = append(seal.Paras, paper.Para{})
	}
	seal.Paras = append(seal.Paras, paper.Para{Spans: []paper.Span{{Text: b.Date}}})
	cols := []float64{w.wide() - right, right}
	w.plain("", paper.Style{Face: paper.FaceBody, Size: 4, Lead: 4}, look{})
	w.openTable(cols, 0, 0)
	w.row(grid{cols: cols}, gridRow{cells: []gridCell{left, seal}})
	w.body.WriteString(`</w:tbl>`)
	w.plain("", paper.Style{Face: paper.FaceBody, Size: 2, Lead: 2}, look{})
}
