package reports

// Some blocks are short texts that many of follow each other: they stand in two columns, which read down one and then down the
// other, and end at about the same height. What such a block has to say at greater length comes below the columns.

const (
	columnCount = 2
	columnGap   = 10.0
)

// A columned block looks well in a column. It uses the flow's left and width.
type columned interface{ columned() }

func (Cluster) columned()    {}
func (Formulated) columned() {}
func (Check) columned()      {}

// inColumns is how many blocks at the beginning of list stand in columns.
func inColumns(list []Block) int {
	for i, b := range list {
		if _, ok := b.(columned); !ok {
			return i
		}
	}
	return len(list)
}

// columnWidth is the width of each column, in millimetres.
func (f *flow) columnWidth() float64 { return (f.width - (columnCount-1)*columnGap) / columnCount }

// inColumn gives the height of a block in a column.
func (f *flow) inColumn(b Block) float64 {
	g := &flow{canvas: &canvas{}, doc: f.doc, left: f.left, width: f.columnWidth(), limit: 1e9, fixed: true, tight: f.tight}
	b.flow(g)
	return g.y
}

// columns sets blocks in two columns, page after page. One that is higher than a page goes over the whole width instead, where it
// can be broken.
func (f *flow) columns(list []Block) {
	heights := make([]float64, len(list))
	for i, b := range list {
		heights[i] = f.inColumn(b)
	}
	for i := 0; i < len(list); {
		if heights[i] > bottom-top {
			list[i].flow(f)
			i++
			continue
		}
		f.need(heights[i])
		room := f.limit - f.y
		if n, used := filled(heights[i:], room); n < len(heights)-i && heights[i+n] > bottom-top {
			f.column(list[i:i+n], heights[i:i+n], used)
			i += n
		} else if n < len(heights)-i {
			f.column(list[i:i+n], heights[i:i+n], room)
			f.newPage()
			i += n
		} else {
			f.column(list[i:], heights[i:], balanced(heights[i:], room))
			i = len(list)
		}
	}
	for _, b := range list {
		if b, ok := b.(interface{ below(*flow) }); ok {
			b.below(f)
		}
	}
}

// column sets blocks that fit in columns of this height.
func (f *flow) column(list []Block, heights []float64, height float64) {
	whole, w := *f, f.columnWidth()
	from, lowest, at, x := f.y, f.y, 0.0, f.left
	f.width, f.fixed = w, true
	for i, b := range list {
		if at > 0 && at+heights[i] > height+.01 {
			x, at = x+w+columnGap, 0
		}
		f.left, f.y = x, from+at
		b.flow(f)
		at += heights[i]
		lowest = max(lowest, from+at)
	}
	f.left, f.width, f.fixed, f.y = whole.left, whole.width, whole.fixed, lowest
}

// filled is how many blocks fit in columns of this height, and how much of it they use at the most.
func filled(heights []float64, room float64) (n int, used float64) {
	column, at := 0, 0.0
	for i, h := range heights {
		if at > 0 && at+h > room {
			column, at = column+1, 0
		}
		if column == columnCount || h > room {
			return i, used
		}
		at += h
		used = max(used, at)
	}
	return len(heights), used
}

// balanced is the least height of columns in which all blocks fit, at most room.
func balanced(heights []float64, room float64) float64 {
	least, most := 0.0, room
	for most-least > .5 {
		try := (least + most) / 2
		if n, _ := filled(heights, try); n == len(heights) {
			most = try
		} else {
			least = try
		}
	}
	return most
}
