package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"yidanqing/app/intake"
	"yidanqing/data/file"
)

// BenchmarkQueue500 reads 500 files of notices from the disk and compares each, as those dropped at once are on 收件. What is
// held for the queue afterwards is told too.
func BenchmarkQueue500(b *testing.B) {
	d, _ := deskOf(b, 0)
	_, _, notice, _ := tools().Sample()
	folder := b.TempDir()
	for i := range 500 {
		name := filepath.Join(folder, fmt.Sprintf("来文%03d.txt", i))
		if err := os.WriteFile(name, []byte(fmt.Sprintf("%s\n附：第%d份\n", notice, i)), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	ctx := context.Background()
	for b.Loop() {
		var queue []intake.Draft
		before := heapNow()
		paths, _, err := file.Expand(ctx, []string{folder})
		if err != nil || len(paths) != 500 {
			b.Fatal(len(paths), err)
		}
		for _, p := range paths {
			data, err := file.OpenNotice(ctx, p)
			if err != nil {
				b.Fatal(err)
			}
			doc, err := file.ReadNotice(ctx, filepath.Base(p), data)
			if err != nil {
				b.Fatal(err)
			}
			draft, err := d.Intake.ReadItem(ctx, intake.Item{Path: p}, doc, data)
			if err != nil {
				b.Fatal(err)
			}
			queue = append(queue, draft)
		}
		b.ReportMetric((heapNow()-before)/(1<<20), "held-MB")
		runtime.KeepAlive(queue)
	}
}

// heapNow is what lives on the heap, in bytes.
func heapNow() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}
