package reports_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yidanqing/app/paper"
	"yidanqing/reports/layout"
)

// office has LibreOffice turn documents into PDF files, all in one run, with the typefaces of the program standing in for
// those that the documents name. It skips the test where LibreOffice is not installed.
func office(tb testing.TB, dir string, files ...string) {
	tb.Helper()
	tool, err := exec.LookPath("soffice")
	if err != nil {
		tb.Skip("soffice is not installed")
	}
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	cmd := exec.CommandContext(tb.Context(), tool, append(args, files...)...)
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+fontConfig(tb, dir))
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("%v\n%s", err, out)
	}
}

// fontConfig names the typefaces of the program as the official ones.
func fontConfig(tb testing.TB, dir string) string {
	tb.Helper()
	fonts, err := filepath.Abs(filepath.Join("..", "assets", "fonts"))
	if err != nil {
		tb.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir>`, fonts, filepath.Join(dir, "fontcache"))
	for name, stand := range map[string][2]string{
		"方正小标宋简体": {"Noto Serif SC", "bold"}, "仿宋_GB2312": {"Noto Serif SC", "regular"}, "黑体": {"Noto Sans SC", "bold"}, "楷体_GB2312": {"YDQ Kai", "regular"},
	} {
		fmt.Fprintf(&b, `<match target="pattern"><test name="family"><string>%s</string></test><edit name="family" mode="assign" binding="strong"><string>%s</string></edit>`+
			`<edit name="weight" mode="assign" binding="strong"><const>%s</const></edit></match>`, name, stand[0], stand[1])
	}
	b.WriteString(`</fontconfig>`)
	path := filepath.Join(dir, "fonts.conf")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		tb.Fatal(err)
	}
	return path
}

// textPages is what pdftotext reads, a page each. It skips the test where poppler is not installed.
func textPages(tb testing.TB, path string) []string {
	tb.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		tb.Skip("pdftotext is not installed")
	}
	out, err := exec.CommandContext(tb.Context(), tool, "-raw", "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		tb.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

// full tells whether a page is used down to its foot. LibreOffice sets a blank between Chinese characters and digits even
// where the document forbids it, so that such a page may run over there.
func full(p paper.Page) bool {
	low := 0.0
	for _, it := range p.Items {
		if it.Kind == paper.ItemRect {
			low = max(low, it.Y+it.H)
		}
	}
	return low > 260
}

// tornWord is a Latin word or a number that goes on in the next line.
var tornWord = regexp.MustCompile(`[A-Za-z]\n[a-z]|\d\n\d`)

// TestTheTwinLooksLikeThePaper has LibreOffice set the Word copies: as many pages as the PDF, the same words on them.
func TestTheTwinLooksLikeThePaper(t *testing.T) {
	dir := t.TempDir()
	if *look != "" {
		dir = *look
	}
	all := twins(t)
	var files []string
	for _, name := range slices.Sorted(maps.Keys(all)) {
		files = append(files, filepath.Join(dir, name+".docx"))
		if err := os.WriteFile(files[len(files)-1], twinOf(t, all[name], 1), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	office(t, dir, files...)
	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			pages := textPages(t, filepath.Join(dir, name+".pdf"))
			out, err := printer(t).Print(context.Background(), []paper.Content{c}, paper.Facts{})
			if err != nil {
				t.Fatal(err)
			}
			if *look != "" {
				if err := os.WriteFile(filepath.Join(dir, name+"-paper.pdf"), out.PDF, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			more := len(pages) - len(out.Pages)
			if more != 0 && !(more == 1 && full(out.Pages[len(out.Pages)-1])) {
				t.Errorf("%d pages, the paper has %d", len(pages), len(out.Pages))
			}
			if torn := tornWord.FindString(strings.Join(pages, "\n")); c.Letter != nil && torn != "" {
				t.Errorf("a word or number is torn: %q", torn)
			}
			have := map[rune]int{}
			for _, r := range layout.Squash(strings.Join(pages, "")) {
				have[r]++
			}
			for _, f := range c.Record().Facts {
				for _, r := range layout.Squash(f.Text) {
					have[r]--
				}
			}
			for r, n := range have {
				if n < 0 {
					t.Errorf("%q is missing %d times", r, -n)
				}
			}
		})
	}
}
