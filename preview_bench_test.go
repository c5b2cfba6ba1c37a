//go:build !cli

package main

import (
	"fmt"
	"image/color"
	"testing"

	"yidanqing/app/decide"
	"yidanqing/app/paper"
	"yidanqing/assets/fonts"
	"yidanqing/ui/kit"
)

// BenchmarkPreviewPage draws the fullest page of the bundled notice's paper, its evidence with the code, as the preview does at
// several sizes: 100 % is 794 pixels wide, 300 % the largest that is offered.
func BenchmarkPreviewPage(b *testing.B) {
	d, ids := deskOf(b, 1)
	v, err := d.Decide.Preview(b.Context(), decide.Request{Notice: ids[0], Evidence: true})
	if err != nil {
		b.Fatal(err)
	}
	full := v.Pages[0]
	for _, p := range v.Pages {
		if len(p.Items) > len(full.Items) {
			full = p
		}
	}
	drawer := kit.NewPageFonts(map[paper.Face][]byte{paper.FaceTitle: fonts.SerifBold, paper.FaceBody: fonts.SerifRegular, paper.FaceHei: fonts.SansBold, paper.FaceKai: fonts.Kai}, nil)
	for _, percent := range []int{50, 100, 200, 300} {
		b.Run(fmt.Sprintf("%d%%", percent), func(b *testing.B) {
			for b.Loop() {
				if _, err := drawer.Draw(full, 794*percent/100, color.White); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
