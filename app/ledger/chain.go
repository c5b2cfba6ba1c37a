package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// Head is the last event of an origin's chain.
type Head struct {
	Origin string `json:"origin"`
	Seq    int64  `json:"seq"`
	Hash   string `json:"hash"`
}

// Digest is the ledger's digest (台账摘要): the SHA-256 over the sorted hashes of all heads, hexadecimal.
// Two ledgers with the same digest hold the same events.
func Digest(heads []Head) string {
	hashes := make([]string, len(heads))
	for i, h := range heads {
		hashes[i] = h.Hash
	}
	slices.Sort(hashes)
	b, err := Canonical(hashes)
	if err != nil { // hexadecimal strings always have a canonical form
		panic(err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Proof is what checking the chains found (记录校验).
type Proof struct {
	Events  int
	Damages []string // sentences; empty: all agree
	// Head names the state of the ledger in 16 characters: the beginning of the hash of the last event, or of the
	// ledger's digest where several origins have written it.
	Head    string
	Several bool
}

// ProofOf sums up a check of chains.
func ProofOf(heads []Head, events int, damages []string) Proof {
	p := Proof{Events: events, Damages: damages, Several: len(heads) > 1}
	switch {
	case len(heads) == 1:
		p.Head = heads[0].Hash
	case p.Several:
		p.Head = Digest(heads)
	}
	if len(p.Head) > 16 {
		p.Head = p.Head[:16]
	}
	return p
}

// Link is one event as it was found, with the hash stored for it.
type Link struct {
	Event Event
	Hash  string
}

// Chain checks the links of one or several origins as they come; links of one origin must come in the order of Seq.
// The zero Chain is ready.
type Chain struct {
	heads map[string]Head
}

// Add checks the next link: its number follows, it names the hash of the one before, and its own hash is that of its
// content. The error says what is wrong with it; the chain then stands where it stood.
func (c *Chain) Add(l Link) error {
	if c.heads == nil {
		c.heads = make(map[string]Head)
	}
	head := c.heads[l.Event.Origin] // zero for the first
	if l.Event.Seq != head.Seq+1 {
		return fmt.Errorf("event %s/%d follows %d", l.Event.Origin, l.Event.Seq, head.Seq)
	}
	if l.Event.Prev != head.Hash {
		return fmt.Errorf("event %s/%d does not name the one before it", l.Event.Origin, l.Event.Seq)
	}
	hash, err := l.Event.Hash()
	if err != nil {
		return err
	}
	if hash != l.Hash {
		return fmt.Errorf("event %s/%d is not what its hash says", l.Event.Origin, l.Event.Seq)
	}
	c.heads[l.Event.Origin] = Head{l.Event.Origin, l.Event.Seq, hash}
	return nil
}

// Heads are the chain's ends so far, sorted by origin.
func (c *Chain) Heads() []Head {
	out := make([]Head, 0, len(c.heads))
	for _, h := range c.heads {
		out = append(out, h)
	}
	slices.SortFunc(out, func(a, b Head) int {
		if a.Origin < b.Origin {
			return -1
		}
		return 1
	})
	return out
}

// FoldOrigin reads how a chain began. An origin starts once.
func FoldOrigin(history []Entry) (OriginPayload, error) {
	var p OriginPayload
	if len(history) != 1 || history[0].Event.Type != OriginStarted {
		return p, fmt.Errorf("an origin has one event, %s", OriginStarted)
	}
	return p, decode(history[0], &p)
}
