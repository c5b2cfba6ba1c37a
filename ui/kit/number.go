package kit

import (
	"strconv"

	"yidanqing/app"
)

func itoa(n int) string { return strconv.Itoa(n) }

// scoreText is a share with two places, as the rows show it.
func scoreText(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }

// ShortIssuer is a body as tables name it: the office's own county is left out of 清河县住房和城乡建设局.
func ShortIssuer(name string, office app.Office) string { return office.ShortBody(name) }
