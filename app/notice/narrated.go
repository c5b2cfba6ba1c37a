package notice

import (
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

var (
	// asksUs begins the sentence in which a message comes to what it wants.
	asksUs = pattern.MustCompile(`(?:^|[,。;:!\n])(请|烦请|恳请|麻烦|劳烦|拜托|还请|特请|望|建议)(各|贵|你|您|咱|街道|社区|镇|乡|村|苏木|嘎查|帮|大家|[\p{Han}]{1,5}(街道|社区|镇|乡|村|苏木|嘎查))`)
	// orders are words by which a sentence already asks something.
	orders = pattern.MustCompile(`负总责|牵头(单位|负责)|(实施|责任)主体|第一责任人|(各|贵|你|您|咱|本)(镇|乡|街道|社区|村|苏木|嘎查|们)|务必|必须|须|(?:^|[^申邀])请|麻烦|(?:^|[^不])要求|由(镇|乡|街道|社区|村|(户籍|居住|所在|户口)[^,。]{0,6}(镇|乡|街道|社区|村))|(镇里|乡里|村里|街道|社区)(要|自己|来|负责|组织|派|出)`)
)

// maskNarrated marks what a message without items tells before it asks: “管道气公司这个月上门检查,还有312户没人。请社区
// 帮忙打打电话” demands no check. The words still tell what the matter is.
func (r *Reading) maskNarrated() {
	if len(r.Letter.Items) > 0 {
		return
	}
	t := r.Letter.Text
	for n, s := range r.Sentences {
		if asksUs.MatchString(t.Slice(s.Start, s.End)) {
			for _, before := range r.Sentences[:n] {
				if !orders.MatchString(t.Slice(before.Start, before.End)) {
					r.set(before, text.Narrated)
				}
			}
			return
		}
	}
}
