package rule

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
	"yidanqing/app/table"
)

// RegisterPreview is what the import of a register would give, beside the register itself.
type RegisterPreview struct {
	Columns  []RegisterColumn // every column with a heading
	Unread   []RegisterRow    // every row that gave no entry
	Warnings []string         // what is worth a look; none blocks the import
	Missing  []string         // what the file does not say and must be asked once
}

// RegisterColumn is a column of the file; Field is empty where it is not read.
type RegisterColumn struct {
	Table   int
	Letter  string
	Heading string
	Field   RegisterField
}

// RegisterRow is a row that was not understood.
type RegisterRow struct {
	Table  int
	Name   string
	Row    int // as the file counts; 0 for paragraphs
	Words  string
	Reason string
}

// registerImport gathers the entries of one register.
type registerImport struct {
	kind   app.RegisterKind
	tables []app.Table
	out    app.Register
	view   RegisterPreview
	lines  []string
	keys   map[string]string
	year   int // of a yearly plan; 0 where unknown
	odd    map[string][]int
	places []int // row of every entry
	headed int   // tables with a name column
}

// ImportRegister reads an approved list (名录) of one kind from the tables of one or more files. A file without a word on
// it counts as complete and in force; #complete=false, #from= and #to= say otherwise. The error, an *app.Error, says
// that nothing usable was found.
func ImportRegister(kind app.RegisterKind, tables []app.Table) (app.Register, RegisterPreview, error) {
	im := &registerImport{kind: kind, tables: tables, keys: map[string]string{}, odd: map[string][]int{}}
	im.out.Kind = kind
	if kind.Title() == "" {
		return im.out, im.view, app.Errorf(app.CodeInvalid, "没有“%s”这一种名录。可用的是 inspection、form、app、campaign、meeting。", string(kind))
	}
	for i := range tables {
		for k, v := range tables[i].Keys {
			im.keys[k] = v
		}
		im.view.Warnings = append(im.view.Warnings, tables[i].Notes...)
		im.lines = append(im.lines, tables[i].Before...)
	}
	for i := range tables {
		r := &registerReader{im: im, index: i, g: table.NewGrid(&tables[i]), last: -1}
		r.read()
		for _, line := range tables[i].After {
			if i+1 == len(tables) || tables[i+1].File != tables[i].File {
				im.lines = append(im.lines, line)
				r.unread(-1, line, "表后的说明文字，不是一项")
			}
		}
	}
	im.readSource()
	im.normalizePeriods()
	im.check()
	return im.out, im.view, im.fault()
}

func (im *registerImport) fault() error {
	switch {
	case len(im.out.Entries) > 0:
		return nil
	case len(im.tables) == 0:
		return app.Errorf(app.CodeInvalid, "文件里没有表格。文件未导入，原名录不变。请另选文件。")
	case im.headed == 0:
		var seen []string
		for _, c := range im.view.Columns {
			if len(seen) < 12 {
				seen = append(seen, c.Letter+"列“"+c.Heading+"”")
			}
		}
		words := ""
		if len(seen) > 0 {
			words = "看到的列：" + strings.Join(seen, "、") + "。"
		}
		return app.Errorf(app.CodeInvalid, "没有找到“名称”一列。文件未导入，原名录不变。请把表头写成“名称”后再导入。%s", words)
	}
	return app.Errorf(app.CodeInvalid, "表里没有读到内容。文件未导入，原名录不变。请看未读各行的原因，或另选文件。")
}

var (
	registerTitle = regexp.MustCompile(`计划|目录|名录|名单|清单|一览表|项目库|台账`)
	yearOfTitle   = regexp.MustCompile(`(20\d{2})\s*年`)
)

func (im *registerImport) readSource() {
	lines := im.lines
	for _, t := range im.tables {
		base := t.File
		if i := strings.LastIndexByte(base, '.'); i > 0 {
			base = base[:i]
		}
		if registerTitle.MatchString(base) && len([]rune(base)) >= 6 { // a file name is the last resort for a title
			lines = append(lines, base)
		}
	}
	src, problems := table.ReadSource(lines, im.keys, registerTitle)
	im.view.Warnings = append(im.view.Warnings, problems...)
	if m := yearOfTitle.FindStringSubmatch(src.Title); m != nil {
		im.year, _ = strconv.Atoi(m[1])
	} else if !src.From.IsZero() {
		im.year = src.From.Year
	} else if !src.Date.IsZero() {
		im.year = src.Date.Year
	}
	// The plan of a year says nothing of other years.
	if yearly := im.kind == app.RegisterInspection || im.kind == app.RegisterMeeting; yearly && yearOfTitle.MatchString(src.Title) {
		if src.From.IsZero() {
			src.From = app.Date{Year: im.year, Month: 1, Day: 1}
		}
		if src.To.IsZero() {
			src.To = app.Date{Year: im.year, Month: 12, Day: 31}
		}
	}
	im.out.Source = src
	if src.Title == "" {
		im.view.Missing = append(im.view.Missing, "没有看到标题，叫什么名称？")
	}
	if src.DocNo == "" {
		im.view.Missing = append(im.view.Missing, "没有看到印发文号，是哪一号文印发的？没有可以不填。")
	}
}

// check names doubles and values that the program does not know.
func (im *registerImport) check() {
	seen := map[string]int{}
	for i, e := range im.out.Entries {
		key := table.Fold(e.Name) + "|" + table.Fold(e.Department)
		if first, again := seen[key]; again {
			im.view.Warnings = append(im.view.Warnings, fmt.Sprintf("第%d、%d行名称相同（%s），保留两项。", im.places[first], im.places[i], cutWords(e.Name, 20)))
			continue
		}
		seen[key] = i
	}
	var words []string
	for w := range im.odd {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		list := im.odd[w]
		text := fmt.Sprint(list[0])
		for _, n := range list[1:min(len(list), 10)] {
			text += fmt.Sprintf("、%d", n)
		}
		if len(list) > 10 {
			text += fmt.Sprintf("等%d", len(list))
		}
		im.view.Warnings = append(im.view.Warnings, "第"+text+"行的"+w+"认不出，照原文保留，不据此判断。")
	}
}

func cutWords(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
