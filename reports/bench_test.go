package reports_test

import (
	"context"
	"testing"

	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/docx"
	"yidanqing/reports/face"
	"yidanqing/reports/pdf"
)

// BenchmarkTwoPages is the whole way from the record to the file of two pages.
func BenchmarkTwoPages(b *testing.B) {
	w, p, s := writer(b), printer(b), papertest.Gas()
	b.ReportAllocs()
	for b.Loop() {
		contents, err := w.Write(paper.KindFeedback, s, true)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := p.Print(context.Background(), contents, w.Facts(s)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPreview is the same without the file, as the window needs it while the clerk types.
func BenchmarkPreview(b *testing.B) {
	w, p, s := writer(b), printer(b), papertest.Gas()
	for b.Loop() {
		contents, err := w.Write(paper.KindFeedback, s, true)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := p.Pages(context.Background(), contents, w.Facts(s)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkVerify checks a file of two pages.
func BenchmarkVerify(b *testing.B) {
	_, out := print(b, paper.KindFeedback, papertest.Gas())
	for b.Loop() {
		if res, err := pdf.Verify(out.PDF); err != nil || res.State != pdf.Consistent {
			b.Fatal(res, err)
		}
	}
}

// BenchmarkLoadFaces reads the embedded typefaces at start.
func BenchmarkLoadFaces(b *testing.B) {
	e := embedded(b)
	for b.Loop() {
		if _, err := face.Load(e); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTwin is the editable copy of a form.
func BenchmarkTwin(b *testing.B) {
	contents, err := writer(b).Write(paper.KindFeedback, papertest.Gas(), true)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := docx.Write(context.Background(), contents[0], docx.Twin{Note: "可编辑副本，不作凭据", Appended: 1}); err != nil {
			b.Fatal(err)
		}
	}
}
