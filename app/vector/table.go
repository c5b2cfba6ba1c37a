// Package vector compares texts by meaning where they share no word: “没儿没女的老人” lies near “特困人员”.
//
// It looks words up in a table of static vectors (词向量) that was distilled from a language model when the program was
// made (assets/vector tells how). No model runs in the program: a text is cut into words, their vectors are added, and
// the sum is compared with those of the entries of a list. All is deterministic and safe for concurrent use.
package vector

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"

	"yidanqing/app"
)

// Layout of a table file, little endian: magic; dims, words, runes, longest (uint32 each); background (dims float32);
// word starts (words+1 uint32, in runes); costs (words uint8); scales (words float32); vectors (words×dims int8);
// the words one after another (runes uint16); CRC-32 (IEEE) of all before it.
const (
	magic      = "YDQVEC1\n"
	headerSize = len(magic) + 4*4
	crcSize    = 4
)

// Bounds that a table must keep; they stand far above what is of use, and keep sizes computed from a damaged header small.
const (
	maxDims    = 1024
	maxWords   = 1 << 20
	maxRunes   = 1 << 24
	maxLongest = 32
)

// costUnit is how many units of cost one natural unit of −ln p has; unknownCost is that of a character not in the table.
const (
	costUnit    = 12
	unknownCost = 18 * costUnit
)

// Table holds words with their vectors, read from the bytes of one file. It keeps those bytes: they must not change.
type Table struct {
	dims    int
	longest int // runes of the longest word
	starts  []uint32
	runes   []uint16
	costs   []byte    // −ln of the word's probability, in 1/costUnit
	scales  []float32 // times the int8 vector: the word's vector, weighted for sums
	vectors []byte    // int8 each
	ground  Vec
	slots   []uint32 // hash table, open addressing: word number + 1
}

// Load reads a table. Bytes that are cut short, damaged or inconsistent are an error of code damaged.
func Load(data []byte) (*Table, error) {
	t, err := read(data)
	if err != nil {
		return nil, app.WrapError(app.CodeDamaged, err, "词向量数据不完整，比对时未使用它，其余功能照常。请重新安装程序。")
	}
	return t, nil
}

func read(data []byte) (*Table, error) {
	if len(data) < headerSize+crcSize || string(data[:len(magic)]) != magic {
		return nil, errors.New("not a vector table")
	}
	body, sum := data[:len(data)-crcSize], binary.LittleEndian.Uint32(data[len(data)-crcSize:])
	if crc32.ChecksumIEEE(body) != sum {
		return nil, errors.New("checksum differs")
	}
	head := make([]int, 4)
	for i := range head {
		head[i] = int(binary.LittleEndian.Uint32(data[len(magic)+4*i:]))
	}
	dims, words, runes, longest := head[0], head[1], head[2], head[3]
	if dims < 1 || dims > maxDims || words < 1 || words > maxWords || runes < words || runes > maxRunes ||
		longest < 1 || longest > maxLongest {
		return nil, fmt.Errorf("implausible header: %d dimensions, %d words, %d runes, longest %d", dims, words, runes, longest)
	}
	if want := headerSize + 4*dims + 4*(words+1) + words + 4*words + words*dims + 2*runes; want != len(body) {
		return nil, fmt.Errorf("body of %d bytes, want %d", len(body), want)
	}
	t := &Table{dims: dims, longest: longest}
	rest := body[headerSize:]
	take := func(n int) []byte { b := rest[:n]; rest = rest[n:]; return b }
	t.ground = floats(take(4 * dims))
	t.starts = make([]uint32, words+1)
	for i, b := 0, take(4*(words+1)); i <= words; i++ {
		t.starts[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	t.costs = take(words)
	t.scales = floats(take(4 * words))
	t.vectors = take(words * dims)
	t.runes = make([]uint16, runes)
	for i, b := 0, take(2*runes); i < runes; i++ {
		t.runes[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return t, t.index()
}

// index checks words and numbers and builds the hash table.
func (t *Table) index() error {
	for _, f := range append(append([]float32(nil), t.ground...), t.scales...) {
		if math.IsNaN(float64(f)) || math.Abs(float64(f)) > 1e6 {
			return errors.New("number out of range")
		}
	}
	words := len(t.costs)
	size := 2
	for size < 2*words {
		size *= 2
	}
	t.slots = make([]uint32, size)
	if t.starts[0] != 0 || int(t.starts[words]) != len(t.runes) {
		return errors.New("word starts do not span the words")
	}
	for id := range words {
		from, to := t.starts[id], t.starts[id+1]
		if from >= to || int(to-from) > t.longest || int(to) > len(t.runes) {
			return fmt.Errorf("word %d: implausible place", id)
		}
		h := hashSeed
		for _, r := range t.runes[from:to] {
			h = hashStep(h, rune(r))
		}
		at := int(h) & (size - 1)
		for t.slots[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		t.slots[at] = uint32(id) + 1
	}
	return nil
}

func floats(b []byte) []float32 {
	f := make([]float32, len(b)/4)
	for i := range f {
		f[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return f
}

// Dims is the number of dimensions of a vector.
func (t *Table) Dims() int { return t.dims }

// Len is the number of words.
func (t *Table) Len() int { return len(t.costs) }

// Word is the word of number id, which must come from a Token.
func (t *Table) Word(id int32) string {
	w := t.runes[t.starts[id]:t.starts[id+1]]
	s := make([]rune, len(w))
	for i, r := range w {
		s[i] = rune(r)
	}
	return string(s)
}

// Rarity is −ln of a word's probability in general text, up to 21: 6 to 9 for everyday words, 12 and more for rare ones.
func (t *Table) Rarity(id int32) float64 { return float64(t.costs[id]) / costUnit }

// FNV-1a over runes: words are short, and the hash of a longer one continues that of its beginning.
const (
	hashSeed  = uint32(2166136261)
	hashPrime = uint32(16777619)
)

func hashStep(h uint32, r rune) uint32 {
	h = (h ^ uint32(r)) * hashPrime
	return h ^ h>>15
}

// find gives the number of the word s, whose hash is h, or −1.
func (t *Table) find(h uint32, s []rune) int32 {
	mask := len(t.slots) - 1
	for at := int(h) & mask; t.slots[at] != 0; at = (at + 1) & mask {
		id := t.slots[at] - 1
		if t.same(id, s) {
			return int32(id)
		}
	}
	return -1
}

func (t *Table) same(id uint32, s []rune) bool {
	from := t.starts[id]
	if int(t.starts[id+1]-from) != len(s) {
		return false
	}
	for i, r := range s {
		if rune(t.runes[int(from)+i]) != r {
			return false
		}
	}
	return true
}
