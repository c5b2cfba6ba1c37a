package file

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits of a packed file. A list of 20,000 rows needs 10 to 20 MB of XML.
const (
	maxEntries   = 20_000
	maxUnpacked  = 512 << 20 // all entries together, as declared; archive/zip stops at the declared size
	maxPart      = 128 << 20 // one part that is read
	maxRatio     = 400       // of a part that is larger than freePart
	freePart     = 16 << 20
	zipEncrypted = 1 // flag bit 0 of an entry
)

// archive is a zip whose names are compared without regard to case, with “/” between folders.
type archive struct {
	name  string
	files map[string]*zip.File
	order []string
}

// openArchive reads the directory of a zip. Errors: CodeDamaged, CodeLimit, CodeLocked.
func openArchive(name string, data []byte, u use) (*archive, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, damaged(name, err)
	}
	if len(r.File) > maxEntries {
		return nil, bomb(name)
	}
	a := &archive{name: name, files: make(map[string]*zip.File, len(r.File))}
	var total uint64
	for _, f := range r.File {
		total += f.UncompressedSize64
		if f.UncompressedSize64 > maxUnpacked || total > maxUnpacked {
			return nil, bomb(name)
		}
		if f.Flags&zipEncrypted != 0 {
			return nil, locked(name, u)
		}
		key := partKey(f.Name)
		if _, again := a.files[key]; !again {
			a.files[key] = f
			a.order = append(a.order, key)
		}
	}
	return a, nil
}

func partKey(p string) string {
	p = strings.ReplaceAll(p, `\`, "/")
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+p), "/"))
}

// kind tells the packed formats apart.
func (a *archive) kind() kind {
	switch {
	case a.has("ofd.xml"):
		return kindOFD
	case a.has("xl/workbook.xml"):
		return kindXlsx
	case a.has("word/document.xml"):
		return kindDocx
	case a.has("ppt/presentation.xml"):
		return kindSlides
	case a.has("mimetype") && a.has("content.xml"):
		return kindODF
	}
	switch main := a.mainPart(); {
	case !a.has(main) || main == "":
		return kindZip
	case strings.HasSuffix(main, ".xml") && strings.Contains(main, "workbook"):
		return kindXlsx
	case strings.HasSuffix(main, ".xml") && strings.Contains(main, "document"):
		return kindDocx
	}
	return kindODF // an office file of another make, such as .xlsb: the advice is the same
}

func (a *archive) has(p string) bool { return a.files[partKey(p)] != nil }

// read gives one part whole; a part that does not exist is an error of kind CodeDamaged.
func (a *archive) read(ctx context.Context, p string) ([]byte, error) {
	rc, err := a.open(ctx, p)
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	b, err := io.ReadAll(rc)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, damaged(a.name, fmt.Errorf("part %s: %w", p, err))
	}
	return b, nil
}

// open gives one part as a stream that ends when ctx does.
func (a *archive) open(ctx context.Context, p string) (io.ReadCloser, error) {
	f := a.files[partKey(p)]
	if f == nil {
		return nil, damaged(a.name, fmt.Errorf("part %s is missing", p))
	}
	if f.UncompressedSize64 > maxPart {
		return nil, bomb(a.name)
	}
	if f.UncompressedSize64 > freePart && f.UncompressedSize64 > maxRatio*max(f.CompressedSize64, 1) {
		return nil, bomb(a.name)
	}
	rc, err := f.Open()
	if err != nil {
		return nil, damaged(a.name, fmt.Errorf("part %s: %w", p, err))
	}
	return &part{ctx: ctx, ReadCloser: rc}, nil
}

// part stops reading when its context ends.
type part struct {
	ctx context.Context
	io.ReadCloser
}

func (p *part) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.ReadCloser.Read(b)
}
