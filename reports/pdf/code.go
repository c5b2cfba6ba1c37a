package pdf

import (
	"fmt"
	"strings"

	"github.com/skip2/go-qrcode"
)

// CodeText is what the QR code of a document holds: a sign of this program and the digest of the attachment, in capital
// letters, which make the smallest code.
func CodeText(digest string) string { return "YDQ1:" + strings.ToUpper(digest) }

// Code is the QR code of a digest, level M, without margin: rows of modules, dark is true.
func Code(digest string) ([][]bool, error) {
	q, err := qrcode.New(CodeText(digest), qrcode.Medium)
	if err != nil {
		return nil, fmt.Errorf("qr code: %w", err)
	}
	q.DisableBorder = true
	return q.Bitmap(), nil
}

// sameCode tells whether drawn rectangles are the QR code of a digest.
func sameCode(modules []op, digest string) bool {
	want, err := Code(digest)
	if err != nil || len(modules) == 0 {
		return false
	}
	left, top := modules[0].a, modules[0].b
	right := 0
	for _, m := range modules {
		left, top, right = min(left, m.a), max(top, m.b), max(right, m.a+m.c)
	}
	n := len(want)
	side := float64(right-left) / float64(n)
	got := make([][]bool, n)
	for i := range got {
		got[i] = make([]bool, n)
	}
	for _, m := range modules {
		row := int(float64(top-m.b)/side + 0.5)
		from, to := int(float64(m.a-left)/side+0.5), int(float64(m.a+m.c-left)/side+0.5)
		if row < 0 || row >= n || from < 0 || to > n || from >= to || float64(m.d) < side*0.9 || float64(m.d) > side*1.1 {
			return false
		}
		for c := from; c < to; c++ {
			got[row][c] = true
		}
	}
	for i := range want {
		for j := range want[i] {
			if got[i][j] != want[i][j] {
				return false
			}
		}
	}
	return true
}
