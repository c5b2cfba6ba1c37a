// Package phrasing knows in which words people speak of the objects of township work without naming them: of “把两家喊到
// 一起坐坐，说和说和” it knows that disputes (矛盾纠纷) are meant, of “定期带他去尿检” that it is about 社区康复.
//
// It learned this from example sentences (说法例句, assets/phrasing), each with the concepts that it speaks of: for every
// pair and triple of neighbouring characters how much oftener it stands in sentences about a concept than elsewhere. The
// table of these numbers is made by Build when the program is made and looked up here. All is deterministic and safe for
// concurrent use.
package phrasing

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"strings"

	"yidanqing/app"
)

// Layout of a table file, little endian: magic; concepts, bytes of their ids, grams, posts (uint32 each); the ids, one
// after another, each ended by a line feed; for each gram, in rising order, its three characters (uint16 each, the third 0
// for a pair); for each gram how many posts it has (uint16); for each post the concept (uint16); for each post its weight
// (uint8); CRC-32 (IEEE) of all before it.
const (
	magic      = "YDQPHR1\n"
	headerSize = len(magic) + 4*4
	crcSize    = 4
	gramSize   = 6
)

// Bounds far above what is of use, that keep sizes computed from a damaged header small.
const (
	maxConcepts = 1 << 15
	maxGrams    = 1 << 21
	maxPosts    = 1 << 23
)

// weightUnit is how many units of weight one natural unit of log likelihood has.
const weightUnit = 24

// Gram is the number of a pair or triple of characters in a table.
type Gram int32

// Table holds grams with the concepts that they speak for. It keeps the bytes of its file: they must not change.
type Table struct {
	concepts []string
	grams    []byte
	from     []uint32 // by gram: its first post; one more at the end
	ofPost   []byte   // uint16 each
	weights  []byte
	first    map[rune]span // grams that begin with a character
}

type span struct{ from, to int32 }

// Load reads a table. Bytes that are cut short, damaged or inconsistent are an error of code damaged.
func Load(data []byte) (*Table, error) {
	t, err := read(data)
	if err != nil {
		return nil, app.WrapError(app.CodeDamaged, err, "说法数据不完整，比对时未使用它，其余功能照常。请重新安装程序。")
	}
	return t, nil
}

func read(data []byte) (*Table, error) {
	if len(data) < headerSize+crcSize || string(data[:len(magic)]) != magic {
		return nil, errors.New("not a table of phrasing")
	}
	body, sum := data[:len(data)-crcSize], binary.LittleEndian.Uint32(data[len(data)-crcSize:])
	if crc32.ChecksumIEEE(body) != sum {
		return nil, errors.New("checksum differs")
	}
	var head [4]int
	for i := range head {
		head[i] = int(binary.LittleEndian.Uint32(data[len(magic)+4*i:]))
	}
	concepts, idBytes, grams, posts := head[0], head[1], head[2], head[3]
	if concepts > maxConcepts || idBytes > len(data) || grams > maxGrams || posts > maxPosts {
		return nil, fmt.Errorf("implausible header: %d concepts in %d bytes, %d grams, %d posts", concepts, idBytes, grams, posts)
	}
	if want := headerSize + idBytes + (gramSize+2)*grams + 3*posts; want != len(body) {
		return nil, fmt.Errorf("body of %d bytes, want %d", len(body), want)
	}
	rest := body[headerSize:]
	take := func(n int) []byte { b := rest[:n]; rest = rest[n:]; return b }
	t := &Table{concepts: strings.SplitAfter(string(take(idBytes)), "\n")}
	t.concepts = t.concepts[:len(t.concepts)-1]
	if len(t.concepts) != concepts {
		return nil, fmt.Errorf("%d concepts, want %d", len(t.concepts), concepts)
	}
	for i, id := range t.concepts {
		t.concepts[i] = strings.TrimSuffix(id, "\n")
	}
	t.grams = take(gramSize * grams)
	counts := take(2 * grams)
	t.ofPost, t.weights = take(2*posts), take(posts)
	return t, t.index(counts, posts)
}

// index checks order and numbers and notes where the grams of each first character begin.
func (t *Table) index(counts []byte, posts int) error {
	n := len(t.grams) / gramSize
	t.from = make([]uint32, n+1)
	t.first = map[rune]span{}
	for g := range n {
		if g > 0 && t.compare(Gram(g-1), t.gram(Gram(g))) >= 0 {
			return fmt.Errorf("gram %d: not in order", g)
		}
		t.from[g+1] = t.from[g] + uint32(binary.LittleEndian.Uint16(counts[2*g:]))
		if int(t.from[g+1]) > posts {
			return fmt.Errorf("gram %d: more posts than there are", g)
		}
		c := t.gram(Gram(g))[0]
		s, ok := t.first[c]
		if !ok {
			s.from = int32(g)
		}
		s.to = int32(g + 1)
		t.first[c] = s
	}
	if int(t.from[n]) != posts {
		return fmt.Errorf("%d posts belong to grams, want %d", t.from[n], posts)
	}
	for p := range posts {
		if int(binary.LittleEndian.Uint16(t.ofPost[2*p:])) >= len(t.concepts) {
			return fmt.Errorf("post %d: no such concept", p)
		}
	}
	return nil
}

// gram gives the characters of a gram.
func (t *Table) gram(g Gram) gram {
	b := t.grams[int(g)*gramSize:]
	return gram{rune(binary.LittleEndian.Uint16(b)), rune(binary.LittleEndian.Uint16(b[2:])), rune(binary.LittleEndian.Uint16(b[4:]))}
}

func (t *Table) compare(g Gram, with gram) int { return compare(t.gram(g), with) }

func compare(a, b gram) int {
	for i := range a {
		if a[i] != b[i] {
			return int(a[i]) - int(b[i])
		}
	}
	return 0
}

// Concepts are the ids of the concepts, in the order of the numbers that Add uses.
func (t *Table) Concepts() []string { return t.concepts }

// Len is the number of grams.
func (t *Table) Len() int { return len(t.from) - 1 }
