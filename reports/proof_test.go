package reports_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/layout"
	"yidanqing/reports/pdf"
)

// goldenFiles are the kept files of all papers.
func goldenFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	return files
}

// TestEveryPaperIsKept: each kind of paper has a golden file, those issued on a notice also as 送审稿.
func TestEveryPaperIsKept(t *testing.T) {
	have := map[paper.Kind][2]bool{}
	for _, file := range goldenFiles(t) {
		res, err := pdf.Verify(read(t, file))
		if err != nil || res.State != pdf.Consistent {
			t.Fatalf("%s: %s, %v", file, res.Message, err)
		}
		for i, p := range res.Record.Papers {
			if i > 0 && p.Kind != paper.KindEvidence && p.Kind != paper.KindArchive {
				t.Errorf("%s holds %s behind its paper", file, p.Kind)
			}
			seen := have[p.Kind]
			if res.Draft {
				seen[1] = true
			} else {
				seen[0] = true
			}
			have[p.Kind] = seen
		}
	}
	for _, k := range append(paper.Kinds(), paper.KindEvidence, paper.KindArchive) {
		if have[k] != [2]bool{true, true} {
			t.Errorf("%s: kept as issued %t, as 送审稿 %t", k.Title(), have[k][0], have[k][1])
		}
	}
	for _, k := range []paper.Kind{paper.KindLedger, paper.KindMonth, paper.KindDepartments, paper.KindReview, paper.KindRules, paper.KindTasks} {
		if !have[k][0] {
			t.Errorf("%s is not kept", k.Title())
		}
	}
}

// outside runs a program of others on a file; it skips the test where the program is not installed.
func outside(t *testing.T, program string, args ...string) string {
	t.Helper()
	tool, err := exec.LookPath(program)
	if err != nil {
		t.Skip(program + " is not installed")
	}
	out, err := exec.CommandContext(t.Context(), tool, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s %q: %v\n%s", program, args, err, out)
	}
	return string(out)
}

// TestOtherProgramsFindNoFault has qpdf check the structure of every paper.
func TestOtherProgramsFindNoFault(t *testing.T) {
	for _, file := range goldenFiles(t) {
		if out := outside(t, "qpdf", "--check", file); strings.Contains(out, "WARNING") || !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%s: %s", file, out)
		}
	}
}

// TestTheAttachmentIsReadByOthers: pdfdetach finds one attachment in every paper, and saves it byte for byte.
func TestTheAttachmentIsReadByOthers(t *testing.T) {
	for _, file := range goldenFiles(t) {
		res, err := pdf.Verify(read(t, file))
		if err != nil {
			t.Fatal(err)
		}
		target := filepath.Join(t.TempDir(), paper.RecordName)
		outside(t, "pdfdetach", "-save", "1", "-o", target, file)
		data, err := os.ReadFile(target)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if list := outside(t, "pdfdetach", "-list", file); !strings.Contains(list, "1: "+paper.RecordName) {
			t.Errorf("%s: %s", file, list)
		}
		if got := sum(data); got != res.Digest {
			t.Errorf("%s: the attachment saved has digest %s, the file's %s", file, got, res.Digest)
		}
	}
}

// claims are what no file may say of itself: nobody has validated it.
var claims = regexp.MustCompile(`(?i)pdfaid|pdfuaid|PDF/A|PDF/X`)

// TestTheFileSaysWhatItIs looks into every paper: language, title shown, metadata, identifier, output intent with its profile,
// the attachment's relation, bookmarks; and no claim of a standard.
func TestTheFileSaysWhatItIs(t *testing.T) {
	for _, file := range goldenFiles(t) {
		data := read(t, file)
		res, err := pdf.Verify(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"/Lang (zh-CN)", "/ViewerPreferences <</DisplayDocTitle true>>", "/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)",
			"/AF [", "/AFRelationship /Data", "/Subtype /application#2Fjson", "/Metadata ", "/Outlines ", "acsp"} {
			if !bytes.Contains(data, []byte(want)) {
				t.Errorf("%s: no %q", file, want)
			}
		}
		if !regexp.MustCompile(`/ID \[<([0-9a-f]{32})> <[0-9a-f]{32}>\]`).Match(data) {
			t.Errorf("%s has no identifier", file)
		}
		if got := claims.Find(data); got != nil {
			t.Errorf("%s claims %q", file, got)
		}
		pages, err := pdf.Pages(data)
		if err != nil {
			t.Fatal(err)
		}
		var marks, want []string
		for _, p := range pages {
			if p.Begins != "" {
				marks = append(marks, p.Begins)
			}
		}
		for _, p := range res.Record.Papers {
			want = append(want, p.Bookmark())
		}
		if !slices.Equal(marks, want) || pages[0].Begins == "" {
			t.Errorf("%s: bookmarks %q, want %q", file, marks, want)
		}
	}
}

// TestOthersReadTitleAndMetadata: poppler shows the title and finds the metadata stream.
func TestOthersReadTitleAndMetadata(t *testing.T) {
	for _, file := range goldenFiles(t) {
		res, err := pdf.Verify(read(t, file))
		if err != nil {
			t.Fatal(err)
		}
		info := outside(t, "pdfinfo", "-enc", "UTF-8", file)
		if !strings.Contains(info, res.Record.Papers[0].Bookmark()) || !strings.Contains(info, "Metadata Stream: yes") {
			t.Errorf("%s: %s", file, info)
		}
		if meta := outside(t, "pdfinfo", "-enc", "UTF-8", "-meta", file); !strings.Contains(meta, "<rdf:li xml:lang=\"x-default\">"+res.Record.Papers[0].Bookmark()) {
			t.Errorf("%s: %s", file, meta)
		}
	}
}

// TestARareTitleIsWhole: characters beyond U+FFFF in the title of a letter stand in bookmark, title and text.
func TestARareTitleIsWhole(t *testing.T) {
	s := papertest.Gas()
	s.Fields.Title = "关于𠮷家庄🙏安全隐患排查整治的通知"
	contents, out := print(t, paper.KindLetter, s)
	checkText(t, contents, out)
	pages, err := pdf.Pages(out.PDF)
	if err != nil || !strings.Contains(pages[0].Begins, "𠮷家庄🙏安全") {
		t.Errorf("%q, %v", pages[0].Begins, err)
	}
	file := filepath.Join(t.TempDir(), "rare.pdf")
	if err := os.WriteFile(file, out.PDF, 0o644); err != nil {
		t.Fatal(err)
	}
	if info := outside(t, "pdfinfo", "-enc", "UTF-8", file); !strings.Contains(layout.Squash(info), "𠮷家庄🙏安全") {
		t.Error(info)
	}
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
