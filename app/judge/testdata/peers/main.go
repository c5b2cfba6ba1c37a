// Command peers compares the matcher with common ways of text search on labelled demands: each is asked with the same
// words and must put the right entry first, or among the first three.
//
//	peers FOLDER...
//
// A folder holds list.tsv and cases.jsonl.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"yidanqing/app"
	"yidanqing/app/judge"
)

// finder looks for the entries of one list.
type finder interface {
	// find gives the numbers of at most n entries, the likeliest first.
	find(words string, n int) ([]int, error)
	close() error
}

// peer is a way to find entries.
type peer struct {
	name string
	open func(*app.DutyList) (finder, error)
}

var peers = []peer{
	{"SQLite FTS5 三字", openTrigram},
	{"SQLite FTS5 二字", openBigram},
	{"bleve CJK", openBleve},
	{"BM25 二字", openBM25},
}

const first, further = 1, 3

// tally counts the demands whose entry stood first, and among the first three.
type tally struct {
	first, further int
	spent          time.Duration
}

func (t *tally) count(names []string, entry string) {
	for i, name := range names {
		if name == entry {
			if i < first {
				t.first++
			}
			if i < further {
				t.further++
			}
			return
		}
	}
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(folders []string) error {
	j, err := newJudge()
	if err != nil {
		return err
	}
	sums := make([]tally, len(peers)+1)
	demands := 0
	for _, folder := range folders {
		list, err := readList(filepath.Join(folder, "list.tsv"))
		if err != nil {
			return err
		}
		cases, err := readCases(filepath.Join(folder, "cases.jsonl"))
		if err != nil {
			return err
		}
		n, got, err := compare(j, list, cases)
		if err != nil {
			return err
		}
		demands += n
		fmt.Printf("%s（%d 项）\n", filepath.Base(folder), n)
		for i := range got {
			print(i, got[i], n)
			sums[i].first, sums[i].further, sums[i].spent = sums[i].first+got[i].first, sums[i].further+got[i].further, sums[i].spent+got[i].spent
		}
	}
	fmt.Printf("合计（%d 项）\n", demands)
	for i := range sums {
		print(i, sums[i], demands)
	}
	return nil
}

func print(i int, t tally, n int) {
	name := "一单清"
	if i < len(peers) {
		name = peers[i].name
	}
	fmt.Printf("  %-18s 首位 %.3f  前三 %.3f  每项 %s\n", name, float64(t.first)/float64(n), float64(t.further)/float64(n), (t.spent / time.Duration(max(1, n))).Round(time.Microsecond))
}

// compare asks every peer, and the matcher last, for the entries of all demands that have one.
func compare(j *judge.Judge, list *app.DutyList, cases []judge.Labelled) (int, []tally, error) {
	ground := j.Prepare(list)
	out := make([]tally, len(peers)+1)
	type asked struct{ words, entry string }
	var all []asked
	for _, c := range cases {
		start := time.Now()
		names, words := j.Likeliest(ground, c, further)
		if words == "" {
			continue
		}
		out[len(peers)].spent += time.Since(start)
		out[len(peers)].count(names, c.Entry)
		all = append(all, asked{words, c.Entry})
	}
	for i, p := range peers {
		f, err := p.open(list)
		if err != nil {
			return 0, nil, fmt.Errorf("%s: %w", p.name, err)
		}
		for _, a := range all {
			start := time.Now()
			found, err := f.find(a.words, further)
			if err != nil {
				return 0, nil, fmt.Errorf("%s: %w", p.name, err)
			}
			out[i].spent += time.Since(start)
			var names []string
			for _, k := range found {
				names = append(names, list.Duties[k].Name)
			}
			out[i].count(names, a.entry)
		}
		if err := f.close(); err != nil {
			return 0, nil, fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return len(all), out, nil
}
