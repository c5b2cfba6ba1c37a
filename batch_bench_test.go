package main

import (
	"context"
	"runtime"
	"testing"
	"time"

	"yidanqing/app/decide"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/ui/command"
)

// BenchmarkBatch500 makes papers of 500 registered notices, each of two pages with its evidence, in a ledger on the disk.
// MB is the most that lived at once, sampled.
func BenchmarkBatch500(b *testing.B) {
	for _, c := range []struct {
		name  string
		batch decide.Batch
	}{
		{"drafts", decide.Batch{Stage: decide.StageDraft}}, {"drafts bound", decide.Batch{Stage: decide.StageDraft, Bound: true}},
		{"issue", decide.Batch{Stage: decide.StageIssue}}, {"issue bound", decide.Batch{Stage: decide.StageIssue, Bound: true}},
		{"issued bound", decide.Batch{Stage: decide.StageIssued, Bound: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				d, ids := deskOf(b, 500)
				if c.batch.Stage == decide.StageIssued {
					if _, err := d.Decide.Batch(b.Context(), decide.Batch{Stage: decide.StageIssue, Notices: ids, Evidence: true, Bound: true, Folder: b.TempDir()}, nil); err != nil {
						b.Fatal(err)
					}
				}
				most := watchMemory(b)
				b.StartTimer()
				c.batch.Notices, c.batch.Evidence, c.batch.Folder = ids, true, b.TempDir()
				out, err := d.Decide.Batch(b.Context(), c.batch, nil)
				b.StopTimer()
				if err != nil || out.Trouble != nil || len(out.Papers) != len(ids) {
					b.Fatalf("%d papers of %d, %v %v, %+v", len(out.Papers), len(ids), err, out.Trouble, out.Left)
				}
				b.ReportMetric(float64(most())/(1<<20), "MB")
				b.StartTimer()
			}
		})
	}
}

// deskOf is a fresh data folder with the bundled list and n notices with the words and the check of the bundled one. They are
// written at once: registering each would compare it with all before.
func deskOf(tb testing.TB, n int) (*command.Desk, []string) {
	tb.Helper()
	ctx, t := context.Background(), tools()
	must := func(err error) {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
	}
	d, st, _, err := openDesk(ctx, tb.TempDir())
	must(err)
	tb.Cleanup(func() { _ = d.Close(ctx) }) // the folder goes with the test
	list, _, notice, office := t.Sample()
	set, err := d.Upkeep.Settings(ctx)
	must(err)
	set.Office, set.Superior = office, "清河县减负办"
	must(d.Upkeep.SaveSettings(ctx, set))
	_, err = d.Upkeep.ImportList(ctx, list)
	must(err)
	doc, err := t.Notice(ctx, "", []byte(notice))
	must(err)
	draft, err := d.Intake.Read(ctx, doc, intake.Options{})
	must(err)
	today := t.Today()
	var ids []string
	must(st.Write(ctx, func(book ledger.Book) error {
		add := func(s ledger.Subject, e ledger.EventType, payload any) {
			if err == nil {
				_, err = book.Append(ctx, s, e, payload)
			}
		}
		for no := 1; no <= n; no++ {
			s := ledger.Subject{Kind: ledger.SubjectNotice, ID: book.NewID()}
			ids = append(ids, s.ID)
			add(s, ledger.NoticeRegistered, ledger.NoticePayload{Year: today.Year, No: no, Entered: today, Received: ledger.Received{Date: today, Source: ledger.DayClerk}})
			add(s, ledger.NoticeContent, ledger.ContentPayload{Document: draft.Document, Digest: s.ID, Check: draft.Check})
			for i, x := range draft.Check.Demands {
				ds := ledger.Subject{Kind: ledger.SubjectDemand, ID: book.NewID()}
				add(ds, ledger.DemandReceived, ledger.DemandPayload{Notice: s.ID, No: i + 1, Kind: x.Kind})
				add(ds, ledger.DemandContent, x)
			}
		}
		return err
	}))
	return d, ids
}

// watchMemory samples how much lives on the heap; the returned function ends it and gives the most that was seen beyond the
// start, in bytes.
func watchMemory(tb testing.TB) func() uint64 {
	tb.Helper()
	var start, m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&start)
	stop, most := make(chan struct{}), make(chan uint64)
	go func() {
		top := start.HeapInuse
		for {
			select {
			case <-stop:
				most <- top - start.HeapInuse
				return
			case <-time.After(20 * time.Millisecond):
				runtime.ReadMemStats(&m)
				top = max(top, m.HeapInuse)
			}
		}
	}()
	return func() uint64 { close(stop); return <-most }
}
