package file

import (
	"path/filepath"
	"strings"

	"yidanqing/app"
)

// Limits of one table, whatever it comes from.
const (
	maxRows    = 200_000
	maxColumns = 1_000
	maxCells   = 4_000_000
)

// readDelimited reads a table of comma, tab, semicolon or bar separated values.
func readDelimited(name, text string) (app.Table, error) {
	rows, err := splitDelimited(name, text, delimiter(name, text))
	if err != nil {
		return app.Table{}, err
	}
	t := app.Table{File: filepath.Base(name), Name: baseName(name), Cells: rows}
	takeKeys(&t)
	return t, nil
}

func baseName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// delimiter finds what separates the columns: the mark that most lines hold, the extension deciding a tie.
func delimiter(name, text string) rune {
	candidates := []rune{',', '\t', ';', '|'}
	if strings.EqualFold(filepath.Ext(name), ".tsv") {
		candidates = []rune{'\t', ',', ';', '|'}
	}
	count := map[rune]int{}
	lines, quoted := 0, false
	seen := map[rune]bool{}
	start := true
	for i, r := range text {
		if i > 1<<16 && r == '\n' {
			break
		}
		switch {
		case start && r == '#': // a key line says nothing about the columns
			quoted, start = false, false
			seen['#'] = true
		case r == '\n' && !quoted:
			if !seen['#'] {
				lines++
				for _, c := range candidates {
					if seen[c] {
						count[c]++
					}
				}
			}
			clear(seen)
			start = true
			continue
		case r == '"' && !seen['#']:
			quoted = !quoted
		case !quoted:
			seen[r] = true
		}
		start = false
	}
	if !seen['#'] {
		lines++
		for _, c := range candidates {
			if seen[c] {
				count[c]++
			}
		}
	}
	best := candidates[0]
	for _, c := range candidates[1:] {
		if count[c] > count[best] {
			best = c
		}
	}
	if first := candidates[0]; count[first]*2 >= lines && count[first] > 0 {
		return first
	}
	return best
}

// splitDelimited splits text into rows and cells. A quoted cell may hold the delimiter, line breaks and doubled quotes.
// A quote that is never closed is an ordinary character. Empty lines stay as rows without cells, so that row numbers
// are those of the file.
func splitDelimited(name, text string, delim rune) ([][]string, error) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var rows [][]string
	var row []string
	cells := 0
	s := splitter{text: text, delim: delim}
	for s.pos < len(text) {
		cell, end := s.cell()
		row = append(row, cell)
		cells++
		if len(row) > maxColumns {
			return nil, tooLarge(name, "有一行超过 1000 列")
		}
		if cells > maxCells {
			return nil, tooLarge(name, "单元格太多")
		}
		if end == delim && s.pos < len(text) {
			continue
		}
		if len(row) == 1 && row[0] == "" {
			row = nil
		}
		rows = append(rows, row)
		if len(rows) > maxRows {
			return nil, tooLarge(name, "超过 20 万行")
		}
		row = nil
	}
	return rows, nil
}

type splitter struct {
	text  string
	delim rune
	pos   int
	open  bool // a quote without end was met: from there on quotes are ordinary characters
}

// cell reads the next cell and what ended it: the delimiter, a line break, or 0 at the end of the text.
func (s *splitter) cell() (string, rune) {
	if s.pos < len(s.text) && s.text[s.pos] == '"' && !s.open {
		if cell, end, ok := s.quoted(); ok {
			return cell, end
		}
		s.open = true
	}
	from := s.pos
	for i, r := range s.text[from:] {
		if r == s.delim || r == '\n' {
			s.pos = from + i + len(string(r))
			return strings.TrimSpace(s.text[from : from+i]), r
		}
	}
	s.pos = len(s.text)
	return strings.TrimSpace(s.text[from:]), 0
}

// quoted reads a cell that begins with a quote. A quote inside that neither ends the cell nor is doubled is kept.
func (s *splitter) quoted() (string, rune, bool) {
	var b strings.Builder
	text := s.text
	for i := s.pos + 1; i < len(text); i++ {
		if text[i] != '"' {
			b.WriteByte(text[i])
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			b.WriteByte('"')
			i++
			continue
		}
		rest := strings.TrimLeft(text[i+1:min(len(text), i+64)], " ")
		skip := min(len(text), i+64) - (i + 1) - len(rest)
		switch {
		case rest == "":
			s.pos = len(text)
			return strings.TrimSpace(b.String()), 0, true
		case rest[0] == '\n' || rune(rest[0]) == s.delim:
			s.pos = i + 1 + skip + 1
			return strings.TrimSpace(b.String()), rune(rest[0]), true
		}
		b.WriteByte('"')
	}
	return "", 0, false
}

// takeKeys moves leading rows of the form #key=value out of the table into its Keys, and other leading # rows into
// Before.
func takeKeys(t *app.Table) {
	taken := 0
	for taken < len(t.Cells) {
		line := joinKeyLine(t.Cells[taken])
		if line != "" && !strings.HasPrefix(line, "#") || line == "" && !keysFollow(t.Cells[taken:]) {
			break
		}
		line = strings.TrimSpace(strings.TrimLeft(line, "#"))
		if key, value, ok := strings.Cut(line, "="); ok {
			if t.Keys == nil {
				t.Keys = map[string]string{}
			}
			t.Keys[strings.ToLower(strings.TrimSpace(key))] = strings.TrimSpace(value)
		} else if line != "" {
			t.Before = append(t.Before, line)
		}
		taken++
	}
	if taken == 0 {
		return
	}
	t.Cells = t.Cells[taken:]
	t.Offset += taken
	var merged []app.Merge
	for _, m := range t.Merged {
		if m.Row1 >= taken {
			m.Row0, m.Row1 = max(0, m.Row0-taken), m.Row1-taken
			merged = append(merged, m)
		}
	}
	t.Merged = merged
}

// joinKeyLine puts a key line together again that was split at commas in its value; the empty cells that a
// spreadsheet adds, and repeats of a merged cell, are left out.
func joinKeyLine(row []string) string {
	var cells []string
	for _, c := range row {
		if c != "" && (len(cells) == 0 || cells[len(cells)-1] != c) {
			cells = append(cells, c)
		}
	}
	return strings.Join(cells, ",")
}

// keysFollow tells whether the first row with words is still a key line.
func keysFollow(rows [][]string) bool {
	for _, row := range rows {
		for _, c := range row {
			if c != "" {
				return strings.HasPrefix(c, "#")
			}
		}
	}
	return false
}
