package main

import (
	"strconv"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/cjk"

	"yidanqing/app"
)

// bleveIndex is an index in memory with the analyzer for Chinese, Japanese and Korean.
type bleveIndex struct{ index bleve.Index }

func openBleve(l *app.DutyList) (finder, error) {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = "cjk"
	x, err := bleve.NewMemOnly(m)
	if err != nil {
		return nil, err
	}
	for i, d := range l.Duties {
		if err := x.Index(strconv.Itoa(i), map[string]string{"name": d.Name, "duties": duties(d)}); err != nil {
			return nil, err
		}
	}
	return bleveIndex{x}, nil
}

func (b bleveIndex) find(words string, n int) ([]int, error) {
	name, all := bleve.NewMatchQuery(words), bleve.NewMatchQuery(words)
	name.SetField("name")
	name.SetBoost(2)
	all.SetField("duties")
	r, err := b.index.Search(bleve.NewSearchRequestOptions(bleve.NewDisjunctionQuery(name, all), n, 0, false))
	if err != nil {
		return nil, err
	}
	var out []int
	for _, h := range r.Hits {
		i, err := strconv.Atoi(h.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, i)
	}
	return out, nil
}

func (b bleveIndex) close() error { return b.index.Close() }
