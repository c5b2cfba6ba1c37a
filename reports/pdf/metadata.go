package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"yidanqing/app"
)

// metadata is the XMP packet: title, author, date and program, as in the document's own information.
func metadata(info Info, day app.Date) []byte {
	esc := func(s string) string {
		var b bytes.Buffer
		if err := xml.EscapeText(&b, []byte(s)); err != nil { // a bytes.Buffer takes everything
			return ""
		}
		return b.String()
	}
	return fmt.Appendf(nil, `<?xpacket begin="%s" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>%sT00:00:00</xmp:CreateDate><xmp:ModifyDate>%sT00:00:00</xmp:ModifyDate>
<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>yidanqing</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`, "\ufeff", esc(info.Title), esc(info.Author), day, day, esc(info.Software))
}
