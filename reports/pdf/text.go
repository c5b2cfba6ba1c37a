package pdf

import (
	"strings"

	"yidanqing/app"
)

// Text reads the text of each page of a file that this program wrote, one drawn piece a line. A file of another program
// is an *app.Error.
func Text(data []byte) (pages []string, err error) {
	defer func() {
		if r := recover(); r != nil {
			pages, err = nil, app.Errorf(app.CodeDamaged, "文件读不出来，可能不是本软件出具的文书。")
		}
	}()
	f, err := open(data)
	if err != nil {
		return nil, app.WrapError(app.CodeDamaged, err, "文件读不出来，可能不是本软件出具的文书。")
	}
	root, err := f.dict(f.trailer["Root"])
	if err != nil {
		return nil, app.WrapError(app.CodeDamaged, err, "文件读不出来，可能不是本软件出具的文书。")
	}
	c := &checker{data: data, f: f}
	if err := c.readPages(root); err != nil {
		return nil, app.WrapError(app.CodeDamaged, err, "文件读不出来，可能不是本软件出具的文书。")
	}
	out := make([]string, len(c.pages))
	for i, list := range c.pages {
		var b strings.Builder
		for _, o := range list {
			if o.kind == 'T' {
				b.WriteString(o.text)
				b.WriteByte('\n')
			}
		}
		out[i] = b.String()
	}
	return out, nil
}
