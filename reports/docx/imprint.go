package docx

import (
	"fmt"
	"math"

	"yidanqing/app/paper"
)

// imprintText is the type of the 版记: 4号.
var imprintText = paper.Style{Face: paper.FaceBody, Size: 14, Lead: 24}

// Thickness of the lines of the 版记 in eighths of a point: 0.35 and 0.25 mm.
const (
	imprintOuter = 8
	imprintInner = 6
)

// imprint writes the 版记 into a text box at the foot of the text area, on the page of the paragraph that it is written into.
// Frames and floating tables would do, but not every word processor keeps them at the foot.
func (w *writer) imprint(i paper.Imprint) {
	if i.Empty() {
		return
	}
	em := imprintText.Size * 25.4 / 72
	lines := 0.0
	if i.Copies != "" {
		lines += math.Ceil(width(i.Copies) / (paper.AreaWidth/em - 5))
	}
	if i.Printer != "" {
		lines++
	}
	const emu = 36000 // a millimetre
	size := fmt.Sprintf(`cx="%d" cy="%d"`, int(paper.AreaWidth*emu), int((lines*imprintText.Lead+2)*25.4/72*emu))
	w.body.WriteString(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>` +
		`<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>` +
		`<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH><wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>` +
		`<wp:extent ` + size + `/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="9" name="版记"/><wp:cNvGraphicFramePr/>` +
		`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>` +
		`<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ` + size + `/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>` +
		`<wps:txbx><w:txbxContent>`)
	w.imprintLines(i, em)
	w.body.WriteString(`</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic>` +
		`</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`)
}

// imprintLines are the paragraphs in the box, their words one character from its edge; the lines between them go from edge to
// edge. A letter has none.
func (w *writer) imprintLines(i paper.Imprint, em float64) {
	line := func(hang float64, tabs string, top, bottom int, words ...string) {
		w.body.WriteString(`<w:p><w:pPr>`)
		if i.Printer != "" {
			w.body.WriteString(`<w:pBdr>` + border("top", top) + border("bottom", bottom) + `</w:pBdr>`)
		}
		fmt.Fprintf(&w.body, `<w:tabs>%s%s</w:tabs>%s<w:ind w:left="%d" w:hanging="%[4]d"/></w:pPr>`, tabStop("left", em), tabs, spacing(imprintText, 0, 0), twips(hang))
		for _, text := range words {
			w.body.WriteString(tabRun)
			w.run(text, imprintText, style{})
		}
		w.body.WriteString(`</w:p>`)
	}
	top := imprintOuter
	if i.Copies != "" {
		line(4*em, "", imprintOuter, 0, paper.CopiesLabel+i.Copies) // further lines stand under the first body
		top = imprintInner
	}
	if i.Printer != "" {
		line(0, tabStop("right", paper.AreaWidth-em), top, imprintOuter, i.Printer, i.Printed)
	}
}
