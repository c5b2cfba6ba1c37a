package vector

import "math"

// Vec is a vector of Dims numbers; that of a text without known words is all zero.
//
// Products are converted to float32 before they are added: this forbids the compiler to fuse the two steps, so that
// every processor gives the same numbers.
type Vec []float32

// Sum is the weighted sum of the tokens' vectors, scaled to length one. Rare words weigh more than frequent ones,
// single characters little: the weights are part of the table.
func (t *Table) Sum(tokens []Token) Vec {
	v := make(Vec, t.dims)
	for _, k := range tokens {
		t.add(v, k.ID)
	}
	v.unit()
	return v
}

// Sentence is the vector of a text: Sum of its Segment.
func (t *Table) Sentence(s []rune) Vec { return t.Sum(t.Segment(s)) }

func (t *Table) add(v Vec, id int32) {
	scale := t.scales[id]
	row := t.vectors[int(id)*t.dims : (int(id)+1)*t.dims]
	for i, b := range row {
		v[i] += float32(scale * float32(int8(b)))
	}
}

// alongside is the part that word id has in the sum, along w.
func (t *Table) alongside(w Vec, id int32) float64 {
	row := t.vectors[int(id)*t.dims : (int(id)+1)*t.dims]
	var sum float32
	for i, b := range row {
		sum += float32(w[i] * float32(int8(b)))
	}
	return float64(sum * t.scales[id])
}

// Cosine is the cosine of the angle between a and b, −1 to 1; 0 where one of them is zero. Both have equal length.
func Cosine(a, b Vec) float64 {
	n := a.norm() * b.norm()
	if n == 0 {
		return 0
	}
	return float64(a.dot(b)) / n
}

func (v Vec) dot(w Vec) float32 {
	// Four sums side by side: the order is fixed, so the result is the same everywhere, and the additions overlap.
	var a, b, c, d float32
	w = w[:len(v)]
	i := 0
	for ; i+3 < len(v); i += 4 {
		a += float32(v[i] * w[i])
		b += float32(v[i+1] * w[i+1])
		c += float32(v[i+2] * w[i+2])
		d += float32(v[i+3] * w[i+3])
	}
	for ; i < len(v); i++ {
		a += float32(v[i] * w[i])
	}
	return a + b + (c + d)
}

func (v Vec) norm() float64 { return math.Sqrt(float64(v.dot(v))) }

// unit scales v to length one; zero stays zero.
func (v Vec) unit() {
	n := v.norm()
	if n == 0 {
		return
	}
	for i := range v {
		v[i] = float32(float64(v[i]) / n)
	}
}

// less is v minus f times w, in place.
func (v Vec) less(w Vec, f float32) {
	for i := range v {
		v[i] -= float32(f * w[i])
	}
}
