package reports_test

import (
	"context"
	"fmt"
	"html"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/layout"
)

// TestPeers sets one letter by this program, by LibreOffice from its Word copy and by Chromium from a web page, and prints
// a table: time, size, share of the pieces of text that pdftotext reads whole, and how far lines lie off the grid of
// GB/T 9704. It runs by `make bench PEERS=1` only; what is not installed is left out with a line.
func TestPeers(t *testing.T) {
	if os.Getenv("PEERS") == "" {
		t.Skip("only with PEERS=1")
	}
	dir := t.TempDir()
	contents, err := writer(t).Write(paper.KindLetter, papertest.Gas(), false)
	if err != nil {
		t.Fatal(err)
	}
	c := contents[0]
	fmt.Println("| 排版 | 用时 | 大小 | 文字完整 | 行位偏差 | 左边偏差 | 页 |\n|---|---|---|---|---|---|---|")
	p := printer(t)
	var out []byte
	ours := median(9, func() {
		printed, err := p.Print(context.Background(), contents, paper.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		out = printed.PDF
	})
	peer(t, "一单清", ours, c, write(t, dir, "ours.pdf", out))
	if _, err := exec.LookPath("soffice"); err != nil {
		fmt.Println("LibreOffice 没有安装，未比。")
	} else {
		twin := write(t, dir, "letter.docx", twinOf(t, c, 0))
		office(t, dir, twin) // the first run makes its profile
		peer(t, "LibreOffice（由 Word 副本）", median(3, func() { office(t, dir, twin) }), c, filepath.Join(dir, "letter.pdf"))
	}
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		fmt.Println("Chromium 没有安装，未比。")
		return
	}
	page := write(t, dir, "letter.html", []byte(webPage(c)))
	target := filepath.Join(dir, "web.pdf")
	took := median(3, func() {
		cmd := exec.CommandContext(t.Context(), browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir="+filepath.Join(dir, "web"), "--print-to-pdf="+target, page)
		cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+fontConfig(t, dir))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	})
	peer(t, "Chromium 打印（由网页）", took, c, target)
}

func write(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func median(n int, run func()) time.Duration {
	var all []time.Duration
	for range n {
		from := time.Now()
		run()
		all = append(all, time.Since(from))
	}
	slices.Sort(all)
	return all[n/2]
}

// peer prints one row.
func peer(t *testing.T, name string, took time.Duration, c paper.Content, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	pages := textPages(t, path)
	text := layout.Squash(pageNumber.ReplaceAllString(strings.Join(pages, ""), ""))
	whole, all := 0, 0
	for _, f := range c.Record().Facts {
		all++
		if strings.Contains(text, layout.Squash(f.Text)) {
			whole++
		}
	}
	line, left := offGrid(t, path)
	fmt.Printf("| %s | %d ms | %d KB | %d / %d | %.2f mm | %.2f mm | %d |\n", name, took.Milliseconds(), info.Size()/1024, whole, all, line, left, len(pages))
}

// pageNumber is what a page number leaves between two halves of a paragraph.
var pageNumber = regexp.MustCompile(`(?m)^\s*— \d+ —\s*$|^.*可编辑副本.*$`)

var wordBox = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">`)

// offGrid is how far the lines of text of page 2 lie off a grid of 28.9 points at most, and how far their left edge from
// 28 mm, both in millimetres. The text ends at the blank over the signature.
func offGrid(t *testing.T, path string) (line, left float64) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-bbox", "-f", "2", "-l", "2", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	const pitch, mm = 28.9, 25.4 / 72
	var tops []float64
	edge := math.Inf(1)
	for _, m := range wordBox.FindAllStringSubmatch(string(out), -1) {
		v := make([]float64, 4)
		for i := range v {
			v[i], _ = strconv.ParseFloat(m[i+1], 64)
		}
		if v[3]-v[1] < 14 || v[1] > 520 { // not of the text's size, or below it: signature and foot
			continue
		}
		edge = min(edge, v[0])
		tops = append(tops, (v[1]+v[3])/2)
	}
	if len(tops) == 0 {
		return 0, 0
	}
	slices.Sort(tops)
	for i, y := range tops {
		if i > 0 && y-tops[i-1] > 1.4*pitch {
			break
		}
		n := math.Round((y - tops[0]) / pitch)
		line = max(line, math.Abs(y-tops[0]-n*pitch))
	}
	return line * mm, math.Abs(edge*mm - paper.AreaLeft)
}

// webPage is the letter as somebody would write it for a browser: the same sizes, margins and line pitch.
func webPage(c paper.Content) string {
	l := c.Letter
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>@page{size:A4;margin:37mm 26mm 35mm 28mm}@page:first{margin-top:30mm}` +
		`body{margin:0;font:16pt/28.9pt "仿宋_GB2312"}p{margin:0;text-indent:2em}.n,.t{font-family:"方正小标宋简体";text-align:center;text-indent:0}.n{font-size:32pt;line-height:34pt;border-bottom:2pt solid}` +
		`.t{font-size:22pt;line-height:30pt}.r{text-align:right;text-indent:0}.h{font-family:"黑体"}</style>`)
	line := func(class, text string) { fmt.Fprintf(&b, `<p class="%s">%s</p>`, class, html.EscapeString(text)) }
	line("n", l.Issuer)
	line("r", l.Number)
	for _, t := range l.Title {
		line("t", t)
	}
	fmt.Fprintf(&b, `<p style="text-indent:0">%s</p>`, html.EscapeString(l.To))
	for _, p := range l.Body {
		b.WriteString("<p>")
		for _, s := range p.Spans {
			class := ""
			if s.Face == paper.FaceHei {
				class = "h"
			}
			fmt.Fprintf(&b, `<span class="%s">%s</span>`, class, html.EscapeString(s.Text))
		}
		b.WriteString("</p>")
	}
	line("r", l.Issuer)
	line("r", l.Date)
	line("", l.Note)
	if l.Imprint.Copies != "" {
		line("", paper.CopiesLabel+l.Imprint.Copies)
	}
	return b.String() + "</html>"
}
