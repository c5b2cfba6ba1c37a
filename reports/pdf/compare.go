package pdf

import (
	"strings"

	"yidanqing/reports/layout"
)

// compare holds pages and attachment against each other.
func (c *checker) compare() {
	if len(c.pages) != len(c.record.Pages) {
		c.differ("页数不符：附件记 %d 页，实有 %d 页", len(c.record.Pages), len(c.pages))
	}
	var all strings.Builder
	for i, list := range c.pages {
		if i < len(c.record.Pages) && digest(list) != c.record.Pages[i] {
			c.differ("第 %d 页的内容与附件所记摘要不符", i+1)
		}
		all.WriteString(text(list))
	}
	for _, p := range c.record.Papers {
		for _, f := range p.Facts {
			if !f.Torn && !strings.Contains(all.String(), layout.Squash(f.Text)) {
				c.differ("附件所记“%s”不在页面上", clip(f.Text))
			}
		}
	}
	c.compareProof()
}

func clip(s string) string {
	if r := []rune(s); len(r) > 20 {
		return string(r[:20]) + "……"
	}
	return s
}

// compareProof holds the printed digest and the QR code against the attachment.
func (c *checker) compareProof() {
	for i, list := range c.pages {
		var printed strings.Builder
		var modules []op
		for _, o := range list {
			switch {
			case o.proof && o.kind == 'T':
				printed.WriteString(o.text)
			case o.proof && o.kind == 'F':
				modules = append(modules, o)
			}
		}
		if printed.Len() == 0 && len(modules) == 0 {
			continue
		}
		if printed.String() != c.res.Digest {
			c.differ("第 %d 页印的附件摘要与附件不符", i+1)
		}
		if !sameCode(modules, c.res.Digest) {
			c.differ("第 %d 页的二维码与附件不符", i+1)
		}
	}
}
