package ledger_test

import (
	"strings"
	"testing"
	"time"

	"yidanqing/app/ledger"
)

var noon = time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC)

// chainOf makes a chain of n events.
func chainOf(t *testing.T, origin string, n int) []ledger.Link {
	t.Helper()
	var out []ledger.Link
	prev := ""
	for i := 1; i <= n; i++ {
		e := ledger.Event{Origin: origin, Seq: int64(i), Prev: prev, Subject: ledger.Subject{Kind: ledger.SubjectNotice, ID: "n1"},
			Type: ledger.NoticeRegistered, Version: 1, Time: noon.Add(time.Duration(i) * time.Second), Actor: "李敏", Digest: "d"}
		hash, err := e.Hash()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, ledger.Link{Event: e, Hash: hash})
		prev = hash
	}
	return out
}

func TestEventIsHashedInItsCanonicalForm(t *testing.T) {
	e := chainOf(t, "k3f9", 1)[0].Event
	got, err := e.Canonical()
	want := `{"actor":"李敏","digest":"d","origin":"k3f9","prev":"","seq":1,"subject":{"id":"n1","kind":"notice"},` +
		`"time":"2026-11-24T04:00:01.000Z","type":"notice.registered","version":1}`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}

func TestEventAgreesWithTheGeneralEncoder(t *testing.T) {
	e := ledger.Event{Origin: "o\"\\", Seq: 1<<53 - 1, Prev: "\n\u2028", Subject: ledger.Subject{Kind: "k\x01", ID: "𠮷"}, Type: "t/<>&",
		Version: 12, Time: noon.Add(1234567 * time.Microsecond), Actor: "李\t敏", Digest: ""}
	want, err := ledger.Canonical(map[string]any{"origin": e.Origin, "seq": e.Seq, "prev": e.Prev, "type": string(e.Type), "version": 12,
		"subject": map[string]any{"kind": string(e.Subject.Kind), "id": e.Subject.ID}, "time": "2026-11-24T04:00:01.234Z",
		"actor": e.Actor, "digest": ""})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := e.Canonical(); err != nil || string(got) != string(want) {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
	e.Actor = "\xff"
	if _, err := e.Hash(); err == nil {
		t.Error("an actor that is not UTF-8 was hashed")
	}
}

func TestChainTakesWhatFollows(t *testing.T) {
	var c ledger.Chain
	for _, l := range append(chainOf(t, "b", 3), chainOf(t, "a", 2)...) {
		if err := c.Add(l); err != nil {
			t.Fatal(err)
		}
	}
	heads := c.Heads()
	if len(heads) != 2 || heads[0].Origin != "a" || heads[0].Seq != 2 || heads[1].Seq != 3 {
		t.Errorf("heads %v", heads)
	}
	if a, b := ledger.Digest(heads), ledger.Digest([]ledger.Head{heads[1], heads[0]}); a != b || len(a) != 64 {
		t.Errorf("the digest depends on the order of the heads: %s, %s", a, b)
	}
}

func TestChainFindsEveryKindOfChange(t *testing.T) {
	for name, change := range map[string]func([]ledger.Link) []ledger.Link{
		"actor":        func(l []ledger.Link) []ledger.Link { l[1].Event.Actor = "王海"; return l },
		"time":         func(l []ledger.Link) []ledger.Link { l[1].Event.Time = noon; return l },
		"digest":       func(l []ledger.Link) []ledger.Link { l[1].Event.Digest = "e"; return l },
		"type":         func(l []ledger.Link) []ledger.Link { l[1].Event.Type = ledger.NoticeVoided; return l },
		"subject":      func(l []ledger.Link) []ledger.Link { l[1].Event.Subject.ID = "n2"; return l },
		"one left out": func(l []ledger.Link) []ledger.Link { return append(l[:1], l[2:]...) },
		"order":        func(l []ledger.Link) []ledger.Link { l[0], l[1] = l[1], l[0]; return l },
		"one twice":    func(l []ledger.Link) []ledger.Link { return append(l[:2], l[1:]...) },
		"hash rewritten": func(l []ledger.Link) []ledger.Link {
			l[1].Event.Actor = "王海"
			l[1].Hash, _ = l[1].Event.Hash()
			return l
		},
	} {
		var c ledger.Chain
		found := false
		for _, l := range change(chainOf(t, "a", 3)) {
			if c.Add(l) != nil {
				found = true
				break
			}
		}
		if !found {
			t.Errorf("%s: the change was not found", name)
		}
	}
}

func TestPayloadDigestNeedsTheSalt(t *testing.T) {
	a := ledger.PayloadDigest([]byte("salt-salt-salt-1"), []byte(`{"reason":"x"}`))
	b := ledger.PayloadDigest([]byte("salt-salt-salt-2"), []byte(`{"reason":"x"}`))
	if a == b || len(a) != 64 || strings.Trim(a, "0123456789abcdef") != "" {
		t.Errorf("digests %s and %s", a, b)
	}
}
