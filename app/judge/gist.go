package judge

import (
	"strings"

	"yidanqing/app/pattern"
)

var (
	leadWords  = pattern.MustCompile(`^([一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[、.．]|[①-⑨])*(现|特|另外?|同时|此外|还|也|并)?(请|麻烦|要求|由)?(各|你|贵|本)?(乡镇|镇村|镇|乡|街道|村|社区)*(人民政府|[(（](街道|社区)[)）])?`)
	titleFrame = pattern.MustCompile(`^(中共)?[\p{Han}]{0,24}?关于(进一步)?(做好|开展|印发|报送|召开|加强|组织)?`)
	titleEnd   = pattern.MustCompile(`(的)?(紧急)?(通知|函|通报|意见|方案》?|告知|反馈意见)$`)
)

// trimTitle drops the frame of a title: 关于…的通知.
func trimTitle(t string) string {
	t = strings.ReplaceAll(t, "\n", "")
	short := titleEnd.ReplaceAllString(titleFrame.ReplaceAllString(t, ""), "")
	if len([]rune(short)) < 4 {
		return t
	}
	return short
}
