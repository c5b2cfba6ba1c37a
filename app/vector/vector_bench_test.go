package vector

import (
	"os"
	"strings"
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	data, err := os.ReadFile("../../assets/vector/words.vec")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Load(data); err != nil {
			b.Fatal(err)
		}
	}
}

// notice has 300 characters.
var notice = []rune(strings.Repeat("请各村这几天上门看看煤气罐和软管老化没有,发现问题记下来报给镇里,周五之前汇总。没儿没女的老人家里要多去几趟,", 6))[:300]

func BenchmarkSegment300(b *testing.B) {
	t := shipped(b)
	for b.Loop() {
		t.Segment(notice)
	}
}

// BenchmarkScores300x240 compares a notice of 300 characters with 240 entries.
func BenchmarkScores300x240(b *testing.B) {
	t := shipped(b)
	var list []Entry
	for range 24 {
		list = append(list, township...)
	}
	x := NewIndex(t, list)
	var into []Score
	for b.Loop() {
		into = x.Query(notice).Scores(into[:0])
	}
}

func BenchmarkIndex240(b *testing.B) {
	t := shipped(b)
	var list []Entry
	for range 24 {
		list = append(list, township...)
	}
	for b.Loop() {
		NewIndex(t, list)
	}
}
