package kit

import (
	"strconv"
)

func itoa(n int) string { return strconv.Itoa(n) }

// scoreText is a share with two places, as the rows show it.
func scoreText(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
