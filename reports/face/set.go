package face

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"yidanqing/app/paper"
)

// Embedded are the typefaces that the program carries, as font files. Spare is the one with the most characters.
type Embedded struct{ Title, Body, Hei, Kai, Spare []byte }

// Used tells which typeface serves a part of the page.
type Used struct {
	Face  paper.Face
	Part  string // 标题, 正文, 黑体, 楷体
	Name  string // 方正小标宋简体
	Local bool   // of this PC, not embedded
	File  string // path of a local one
}

// Set is the typefaces of the papers. It is read-only after Load and safe for concurrent use.
type Set struct {
	fonts map[paper.Face]*Font
	used  []Used
	rare  *rare
}

// part describes a part of the page: how official PCs name the files that serve it.
type part struct {
	face  paper.Face
	title string
	files []string // file names in lower case, the best first
	// marks are pieces of file names by which a file of another name is tried too; it counts if its family has one of the
	// words, as offices rename files and systems number copies (FZXBSJW_0.TTF).
	marks, words []string
}

// The files are those of Windows, of 方正, of the office suites on 统信UOS and 麒麟, and those made there for GB 18030
// (CESI). Only TrueType outlines count.
var parts = []part{
	{paper.FaceTitle, "标题", []string{"fzxbsjw.ttf", "fzxbsk.ttf", "方正小标宋简体.ttf", "方正小标宋_gbk.ttf", "fzxiaobiaosong-b05s.ttf", "fzxiaobiaosong-b05.ttf", "fzxbs.ttf",
		"cesi_xbs_gb18030.ttf", "cesi_xbs_gb2312.ttf"},
		[]string{"小标宋", "xbs", "xiaobiaosong"}, []string{"小标宋", "XiaoBiaoSong"}},
	{paper.FaceBody, "正文", []string{"仿宋_gb2312.ttf", "simfang_gb2312.ttf", "simfang.ttf", "仿宋.ttf", "fzfsk.ttf", "fzfsjw.ttf", "方正仿宋_gbk.ttf", "方正仿宋简体.ttf",
		"cesi_fs_gb18030.ttf", "cesi_fs_gb2312.ttf", "stfangso.ttf"},
		[]string{"仿宋", "fangsong", "simfang", "fzfs", "cesi_fs", "stfangso"}, []string{"仿宋", "FangSong"}},
	{paper.FaceHei, "黑体", []string{"simhei.ttf", "黑体.ttf", "fzhtk.ttf", "fzhtjw.ttf", "方正黑体_gbk.ttf", "方正黑体简体.ttf", "cesi_ht_gb18030.ttf", "cesi_ht_gb2312.ttf"},
		[]string{"黑体", "simhei", "fzht", "cesi_ht"}, []string{"黑体", "SimHei", "HeiTi"}},
	{paper.FaceKai, "楷体", []string{"楷体_gb2312.ttf", "simkai_gb2312.ttf", "simkai.ttf", "楷体.ttf", "fzktk.ttf", "fzktjw.ttf", "方正楷体_gbk.ttf", "方正楷体简体.ttf",
		"cesi_kt_gb18030.ttf", "cesi_kt_gb2312.ttf", "stkaiti.ttf"},
		[]string{"楷体", "simkai", "kaiti", "fzkt", "cesi_kt"}, []string{"楷体", "KaiTi"}},
}

// Load makes the set: for each part the typeface of this PC if one of the folders holds a usable file, else the
// embedded one. Folders that cannot be read are passed over. With no folders only embedded typefaces serve. The error
// is one of the embedded files.
func Load(e Embedded, folders ...string) (*Set, error) {
	s := &Set{fonts: map[paper.Face]*Font{}}
	own := map[paper.Face][]byte{paper.FaceTitle: e.Title, paper.FaceBody: e.Body, paper.FaceHei: e.Hei, paper.FaceKai: e.Kai}
	spare, err := Parse(e.Spare)
	if err != nil {
		return nil, fmt.Errorf("embedded font spare: %w", err)
	}
	s.fonts[paper.FaceSpare] = spare
	found := find(folders)
	for _, p := range parts {
		if f, path := local(p, found); f != nil {
			s.fonts[p.face] = f
			s.used = append(s.used, Used{p.face, p.title, f.Name, true, path})
			continue
		}
		f := spare
		if data := own[p.face]; len(data) > 0 && (len(e.Spare) == 0 || &data[0] != &e.Spare[0]) {
			if f, err = Parse(data); err != nil {
				return nil, fmt.Errorf("embedded font %s: %w", p.face, err)
			}
		}
		s.fonts[p.face] = f
		s.used = append(s.used, Used{Face: p.face, Part: p.title, Name: f.Name})
	}
	s.rare = newRare(found, spare, s.Font(paper.FaceHei))
	return s, nil
}

// local reads the first usable file of this PC for a part: one of a known name, else one that is named much like it.
func local(p part, found map[string]string) (*Font, string) {
	for _, name := range p.files {
		if path, ok := found[name]; ok {
			if f := usable(path); f != nil {
				return f, path
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if slices.Contains(p.files, name) || !containsAny(name, p.marks) {
			continue
		}
		if f := usable(found[name]); f != nil && containsAny(f.Name, p.words) {
			return f, found[name]
		}
	}
	return nil, ""
}

// usable reads a file that can serve a part of the page, or nil.
func usable(path string) *Font {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	f, err := Parse(data)
	if err != nil || !f.serves() {
		return nil
	}
	if f.Name == "" {
		f.Name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	return f
}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// serves tells whether a font has the everyday characters of a paper, and whether they can be cut out of it.
func (f *Font) serves() bool {
	codes := map[uint16]rune{}
	for _, r := range "事项反馈单的一是在0123456789〔〕（），。" {
		if f.glyph(r) == 0 {
			return false
		}
		codes[uint16(r)] = r
	}
	_, err := f.Subset("try", codes)
	return err == nil
}

// maxFiles bounds the search of font folders.
const maxFiles = 20000

// find lists the files of the folders that may serve, by their lower-case names.
func find(folders []string) map[string]string {
	wanted := map[string]bool{}
	var marks []string
	for _, p := range parts {
		for _, n := range p.files {
			wanted[n] = true
		}
		marks = append(marks, p.marks...)
	}
	for _, n := range slices.Concat(lenderFiles, privateFiles) {
		wanted[n] = true
	}
	font := func(name string) bool {
		return wanted[name] || (strings.HasSuffix(name, ".ttf") || strings.HasSuffix(name, ".ttc")) && containsAny(name, marks)
	}
	found := map[string]string{}
	seen := 0
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
			if seen++; seen > maxFiles {
				return filepath.SkipAll
			}
			if err != nil {
				if d != nil && d.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			if name := strings.ToLower(d.Name()); !d.IsDir() && found[name] == "" && font(name) {
				found[name] = path
			}
			return nil
		})
	}
	return found
}

// Folders are where this system keeps typefaces.
func Folders() []string {
	home, _ := os.UserHomeDir()
	if runtime.GOOS == "windows" {
		out := []string{filepath.Join(os.Getenv("WINDIR"), "Fonts")}
		if local := os.Getenv("LOCALAPPDATA"); local != "" {
			out = append(out, filepath.Join(local, "Microsoft", "Windows", "Fonts"))
		}
		return out
	}
	out := []string{"/usr/share/fonts", "/usr/local/share/fonts", "/opt/kingsoft/wps-office/office6/fonts",
		"/opt/apps/cn.wps.wps-office-pro/files/kingsoft/wps-office/office6/fonts", "/opt/apps/cn.wps.wps-office/files/kingsoft/wps-office/office6/fonts"}
	if home != "" {
		out = append(out, filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts"))
	}
	return out
}

// Used lists the typefaces by the parts of the page.
func (s *Set) Used() []Used { return append([]Used(nil), s.used...) }

// Font is the typeface of a part.
func (s *Set) Font(f paper.Face) *Font {
	if font := s.fonts[f]; font != nil {
		return font
	}
	return s.fonts[paper.FaceSpare]
}

// Advance is the width of r in a face, in ems; ok is false where that face does not have it. paper.FaceRare has every
// character.
func (s *Set) Advance(f paper.Face, r rune) (em float64, ok bool) {
	if f == paper.FaceRare {
		return s.rare.advance(r), true
	}
	return s.Font(f).Advance(r)
}

// Ink is where the outline of r begins and ends within its advance, in ems.
func (s *Set) Ink(f paper.Face, r rune) (left, right float64) { return s.Font(f).Ink(r) }

// Subset is a TrueType file with the given characters of a face, each under its code, under a family name of ASCII
// letters.
func (s *Set) Subset(f paper.Face, family string, codes map[uint16]rune) ([]byte, error) {
	if f == paper.FaceRare {
		return s.rare.subset(family, codes), nil
	}
	return s.Font(f).Subset(family, codes)
}

// Lender names the typeface of this PC that draws r for paper.FaceRare; empty where a frame stands for it.
func (s *Set) Lender(r rune) string {
	if f := s.rare.lender(r); f != nil {
		return f.Name
	}
	return ""
}

// File is the font file of a face.
func (s *Set) File(f paper.Face) []byte { return s.Font(f).data }
